import type { Id } from '@bindery/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What identity last told of an account's lock; one with a `lockedAt` is not in good standing. */
@Entity('account_lock')
export class AccountLockRow {
  @PrimaryColumn('text', { name: 'account_id' })
  accountId!: Id<'account'>;

  /** The account's, as its events count it. */
  @Column('bigint')
  version!: string;

  @Column('timestamptz', { name: 'locked_at', nullable: true })
  lockedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  until!: Date | null;
}
