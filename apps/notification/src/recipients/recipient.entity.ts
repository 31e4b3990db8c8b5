import type { Id } from '@bindery/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Locale } from '@bindery/localisation';

/** An account as somebody who is told things. */
@Entity('recipient')
export class RecipientRow {
  @PrimaryColumn({ name: 'account_id', type: 'text' })
  accountId!: Id<'account'>;

  @Column({ type: 'text' })
  locale!: Locale;

  @Column({ name: 'time_zone', type: 'text' })
  timeZone!: string;

  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;
}
