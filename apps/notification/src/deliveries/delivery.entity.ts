import type { Id } from '@bindery/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Locale } from '@bindery/localisation';
import type { Channel } from '../recipients';
import type { Collected } from './collecting/collect.rules';
import type { DeliveryState } from './delivery-state.rules';

/** A notification on its way on one channel. */
@Entity('delivery')
export class DeliveryRow {
  @PrimaryColumn({ type: 'text' })
  id!: Id<'delivery'>;

  @Column({ name: 'notification_id', type: 'text' })
  notificationId!: Id<'notification'>;

  @Column({ type: 'text' })
  channel!: Channel;

  /** Null for the inbox. */
  @Column({ name: 'contact_point_id', type: 'text', nullable: true })
  contactPointId!: Id<'contact_point'> | null;

  @Column({ type: 'text' })
  state!: DeliveryState;

  @Column({ type: 'integer', default: 0 })
  attempts!: number;

  /** Until then nobody else sends it. */
  @Column({ name: 'claimed_until', type: 'timestamptz', nullable: true })
  claimedUntil!: Date | null;

  /** Fixed by the first claim: a repeated send must be the same to the byte. */
  @Column({ type: 'text', nullable: true })
  locale!: Locale | null;

  /** When it began to leave the platform: what its contact point gets is counted by it. */
  @Column({ name: 'claimed_at', type: 'timestamptz', nullable: true })
  claimedAt!: Date | null;

  /** What this message says of others that it stands for. */
  @Column({ type: 'jsonb', nullable: true })
  collected!: Collected | null;

  /** The delivery whose message stands for this one too: where that is, this is. */
  @Column({ name: 'carried_by', type: 'text', nullable: true })
  carriedBy!: Id<'delivery'> | null;

  /** What the carrier can be asked by. */
  @Column({ name: 'message_id', type: 'text', nullable: true })
  messageId!: string | null;

  @Column({ type: 'text', nullable: true })
  cause!: string | null;

  @Column({ name: 'sent_at', type: 'timestamptz', nullable: true })
  sentAt!: Date | null;

  @Column({ name: 'changed_at', type: 'timestamptz' })
  changedAt!: Date;
}
