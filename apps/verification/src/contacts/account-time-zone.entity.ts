import type { Id } from '@bindery/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A row of `account_time_zone`: the zone in which an account reads moments, an IANA name. */
@Entity('account_time_zone')
export class AccountTimeZoneRow {
  @PrimaryColumn('text', { name: 'account_id' })
  accountId!: Id<'account'>;

  @Column('text', { name: 'time_zone' })
  timeZone!: string;

  /** Sequence of the event that told. */
  @Column('bigint', { transformer: { from: Number, to: Number } })
  sequence!: number;
}
