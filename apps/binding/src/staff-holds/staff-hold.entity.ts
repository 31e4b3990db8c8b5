import type { Id } from '@bindery/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { StaffHoldReason } from './staff-hold.rules';

/** A hold that one of our people laid on a card, and who lifted it. */
@Entity('staff_hold')
export class StaffHoldRow {
  @PrimaryColumn('text')
  id!: Id<'hold'>;

  @Column('text', { name: 'card_id' })
  cardId!: Id<'card'>;

  @Column('text', { name: 'account_id' })
  accountId!: Id<'account'>;

  @Column('text')
  reason!: StaffHoldReason;

  /** For our own people. */
  @Column('text')
  words!: string;

  @Column('text', { name: 'laid_by' })
  laidBy!: Id<'account'>;

  @Column('timestamptz', { name: 'laid_at' })
  laidAt!: Date;

  @Column('text', { name: 'lifted_words', nullable: true })
  liftedWords!: string | null;

  @Column('text', { name: 'lifted_by', nullable: true })
  liftedBy!: Id<'account'> | null;

  @Column('timestamptz', { name: 'lifted_at', nullable: true })
  liftedAt!: Date | null;
}
