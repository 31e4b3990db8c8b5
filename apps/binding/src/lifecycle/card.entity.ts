import type { Id } from '@bindery/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Card, Door } from './card.rules';

@Entity('card')
export class CardRow implements Card {
  @PrimaryColumn('text')
  id!: Id<'card'>;

  @Column('text', { name: 'account_id' })
  accountId!: Id<'account'>;

  @Column('text')
  provider!: string;

  @Column('text')
  kind!: string;

  @Column('text', { select: false })
  fingerprint?: string;

  @Column('text', { nullable: true })
  token!: string | null;

  @Column('text', { name: 'last_four' })
  lastFour!: string;

  @Column('text', { nullable: true })
  brand!: string | null;

  @Column('text', { name: 'expires_on', nullable: true })
  expiresOn!: string | null;

  @Column('jsonb', { nullable: true })
  site!: Card['site'];

  @Column('jsonb')
  doors!: Door[];

  @Column('timestamptz', { name: 'added_at' })
  addedAt!: Date;
}
