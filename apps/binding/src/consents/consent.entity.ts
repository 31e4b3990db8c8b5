import type { Id } from '@bindery/kernel';
import type { Locale } from '@bindery/localisation';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ConsentPurpose } from './consent-purpose.rules';

/** What a holder agreed to before binding (requirement 41). */
@Entity('consent')
export class ConsentRow {
  @PrimaryColumn('text')
  id!: Id<'consent'>;

  @Column('text', { name: 'account_id' })
  accountId!: Id<'account'>;

  @Column('text', { name: 'binding_id' })
  bindingId!: Id<'binding'>;

  @Column('text')
  provider!: string;

  @Column('text')
  purpose!: ConsentPurpose;

  @Column('text')
  version!: string;

  /** The text of that version in the language in which it was shown. It is kept here and goes into no event. */
  @Column('text')
  text!: string;

  /** Null of consents from before it was kept. */
  @Column('text', { nullable: true })
  locale!: Locale | null;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt!: Date;
}
