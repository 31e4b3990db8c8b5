import type { Id } from '@bindery/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DisputeWait, KnownDispute } from './known-dispute.rules';

/** A dispute, as far as it waits for something. */
@Entity('known_dispute')
export class KnownDisputeRow implements KnownDispute {
  @PrimaryColumn('text')
  id!: Id<'dispute'>;

  @Column('text', { name: 'binding_id' })
  bindingId!: Id<'binding'>;

  @Column('text', { name: 'account_id' })
  accountId!: Id<'account'>;

  @Column('text')
  about!: string;

  @Column('text', { name: 'waits_for', nullable: true })
  waitsFor!: DisputeWait | null;

  @Column('timestamptz', { nullable: true })
  deadline!: Date | null;

  @Column('bigint', { transformer: { from: Number, to: Number } })
  sequence!: number;
}
