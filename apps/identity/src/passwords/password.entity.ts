import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Id } from '@bindery/kernel';

/** Apart from the account, so that reading an account never reads its password. */
@Entity('password')
export class PasswordRow {
  @PrimaryColumn('text', { name: 'account_id' })
  accountId!: Id<'account'>;

  /** PHC text of argon2id. */
  @Column('text')
  hash!: string;

  @Column('timestamptz', { name: 'changed_at' })
  changedAt!: Date;
}
