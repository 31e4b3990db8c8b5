import type { Id } from '@bindery/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A card that is to move to another device, where its holder enters it. `version` counts its changes, from 1. */
@Entity('wanted_card')
export class WantedCardRow {
  @PrimaryColumn('text')
  id!: Id<'move'>;

  @Column('text', { name: 'predecessor_id' })
  predecessorId!: Id<'binding'>;

  @Column('text', { name: 'card_id' })
  cardId!: Id<'card'>;

  @Column('text', { name: 'account_id' })
  accountId!: Id<'account'>;

  /** Where it goes to. */
  @Column('text', { name: 'device_id' })
  deviceId!: Id<'device'>;

  @Column('text', { name: 'proof_id' })
  proofId!: Id<'proof'>;

  @Column('timestamptz', { name: 'asked_at' })
  askedAt!: Date;

  @Column('timestamptz', { name: 'enter_by' })
  enterBy!: Date;

  /** What was begun for it; null while it has to be entered. */
  @Column('text', { name: 'successor_id', nullable: true })
  successorId!: Id<'binding'> | null;

  @Column('int')
  version!: number;

  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt!: Date | null;
}
