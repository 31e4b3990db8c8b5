import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('password')
export class PasswordEntity {
  @PrimaryColumn('text', { name: 'account_id' })
  accountId!: string;

  /** PHC text of argon2id. */
  @Column('text')
  hash!: string;

  @Column('timestamptz', { name: 'changed_at' })
  changedAt!: Date;
}
