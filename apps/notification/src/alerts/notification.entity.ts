import type { Id } from '@bindery/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AlertFacts } from './alert-facts.rules';
import type { ActionKind } from './notification-action.rules';
import type { NotificationKind, WordsKey } from './notification-kind.rules';

/** Something an account was told. Ids begin with the time of the fact, so their order is the order of the inbox. */
@Entity('notification')
export class NotificationRow {
  @PrimaryColumn({ type: 'text' })
  id!: Id<'notification'>;

  @Column({ name: 'account_id', type: 'text' })
  accountId!: Id<'account'>;

  @Column({ name: 'source_event_id', type: 'text' })
  sourceEventId!: Id<'event'>;

  @Column({ type: 'text' })
  kind!: NotificationKind;

  @Column({ type: 'boolean' })
  critical!: boolean;

  @Column({ type: 'text' })
  words!: WordsKey;

  @Column({ type: 'text', nullable: true })
  action!: ActionKind | null;

  @Column({ type: 'jsonb' })
  facts!: AlertFacts;

  @Column({ name: 'card_id', type: 'text', nullable: true })
  cardId!: Id<'card'> | null;

  @Column({ name: 'binding_id', type: 'text', nullable: true })
  bindingId!: Id<'binding'> | null;

  /** The entry that tells this too: then the inbox shows that one only. */
  @Column({ name: 'told_in', type: 'text', nullable: true })
  toldIn!: Id<'notification'> | null;

  @Column({ name: 'occurred_at', type: 'timestamptz' })
  occurredAt!: Date;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  @Column({ name: 'read_at', type: 'timestamptz', nullable: true })
  readAt!: Date | null;
}
