import type { Id } from '@bindery/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Locale } from '@bindery/localisation';

/** A row of `account_locale`: the language in which an account is written to. */
@Entity('account_locale')
export class AccountLocaleRow {
  @PrimaryColumn('text', { name: 'account_id' })
  accountId!: Id<'account'>;

  @Column('text')
  locale!: Locale;

  /** Sequence of the event that told. */
  @Column('bigint', { transformer: { from: Number, to: Number } })
  sequence!: number;
}
