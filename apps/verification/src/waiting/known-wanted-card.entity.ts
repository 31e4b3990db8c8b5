import type { Id } from '@bindery/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { KindName } from '../proofs';
import type { KnownWantedCard } from './known-wanted-card.rules';

/** A card that its holder is to enter on another device, as far as it waits for that. */
@Entity('known_wanted_card')
export class KnownWantedCardRow implements KnownWantedCard {
  @PrimaryColumn('text')
  id!: Id<'move'>;

  @Column('text', { name: 'binding_id' })
  bindingId!: Id<'binding'>;

  @Column('text', { name: 'account_id' })
  accountId!: Id<'account'>;

  @Column('jsonb', { name: 'kind_name', nullable: true })
  kindName!: KindName | null;

  @Column('timestamptz', { nullable: true })
  deadline!: Date | null;

  @Column('bigint', { transformer: { from: Number, to: Number } })
  sequence!: number;
}
