import type { Id } from '@bindery/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A notice that was given before the last day of a card: each once for each such day. */
@Entity('card_expiry_notice')
export class CardExpiryNoticeRow {
  @PrimaryColumn('text', { name: 'card_id' })
  cardId!: Id<'card'>;

  @PrimaryColumn('text', { name: 'expires_on' })
  expiresOn!: string;

  @PrimaryColumn('integer', { name: 'days_before' })
  daysBefore!: number;

  @Column('timestamptz', { name: 'given_at' })
  givenAt!: Date;
}
