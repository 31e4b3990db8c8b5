import type { Id } from '@bindery/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What an account pays with by default. */
@Entity('wallet')
export class DefaultCardRow {
  @PrimaryColumn('text', { name: 'account_id' })
  accountId!: Id<'account'>;

  @Column('text', { name: 'default_card_id', nullable: true })
  defaultCardId!: Id<'card'> | null;

  @Column('text', { name: 'preferred_card_id', nullable: true })
  preferredCardId!: Id<'card'> | null;

  @Column('jsonb', { name: 'payment_order' })
  order!: readonly Id<'card'>[];
}
