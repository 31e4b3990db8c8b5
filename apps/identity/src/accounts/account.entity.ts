import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Id } from '@bindery/kernel';
import type { Account, AccountLocale, AccountStanding } from './account.rules';

@Entity('account')
export class AccountRow implements Account {
  @PrimaryColumn('text')
  id!: Id<'account'>;

  @Column('text', { name: 'display_name' })
  displayName!: string;

  @Column('text')
  locale!: AccountLocale;

  @Column('text', { name: 'time_zone' })
  timeZone!: string;

  @Column('text')
  standing!: AccountStanding;

  @Column('integer')
  version!: number;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;
}
