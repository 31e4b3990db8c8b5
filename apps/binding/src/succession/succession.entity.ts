import type { Id } from '@bindery/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { SuccessionKind, SuccessionOutcome } from './succession.rules';

/** A binding that is to take the place of another once it is bound. */
@Entity('succession')
export class SuccessionRow {
  @PrimaryColumn('text', { name: 'successor_id' })
  successorId!: Id<'binding'>;

  @Column('text', { name: 'predecessor_id' })
  predecessorId!: Id<'binding'>;

  @Column('text', { name: 'account_id' })
  accountId!: Id<'account'>;

  @Column('text')
  provider!: string;

  @Column('text')
  kind!: SuccessionKind;

  @Column('text')
  reason!: string;

  @Column('timestamptz', { name: 'begun_at' })
  begunAt!: Date;

  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt!: Date | null;

  @Column('text', { nullable: true })
  outcome!: SuccessionOutcome | null;
}
