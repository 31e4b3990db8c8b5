import type { Id } from '@bindery/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Decision, DecisionStep } from './decisions.rules';

/** What one of our people said about a dispute. */
@Entity('dispute_decision')
export class DisputeDecisionRow {
  /** Counts up as they are written: two may be of one moment. */
  @Column({ type: 'bigint', insert: false })
  position!: string;

  @PrimaryColumn('text')
  id!: Id<'decision'>;

  @Column('text', { name: 'dispute_id' })
  disputeId!: Id<'dispute'>;

  @Column('text')
  step!: DecisionStep;

  @Column('text')
  decision!: Decision;

  /** For the holder; null where somebody only agrees with, or differs from, what was proposed. */
  @Column('text', { nullable: true })
  words!: string | null;

  @Column('text', { name: 'decided_by' })
  decidedBy!: Id<'account'>;

  @Column('timestamptz')
  at!: Date;
}
