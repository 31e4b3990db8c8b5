import type { Id } from '@bindery/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The zone that a holder has chosen, as identity last told. */
@Entity('account_time_zone')
export class AccountTimeZoneRow {
  @PrimaryColumn('text', { name: 'account_id' })
  accountId!: Id<'account'>;

  /** The account's, as its events count it. */
  @Column('bigint')
  version!: string;

  @Column('text', { name: 'time_zone' })
  timeZone!: string;
}
