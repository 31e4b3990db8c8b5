import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What an account pays with by default. */
@Entity('wallet')
export class DefaultCardRow {
  @PrimaryColumn('text', { name: 'account_id' })
  accountId!: string;

  @Column('text', { name: 'default_card_id', nullable: true })
  defaultCardId!: string | null;

  @Column('text', { name: 'preferred_card_id', nullable: true })
  preferredCardId!: string | null;
}
