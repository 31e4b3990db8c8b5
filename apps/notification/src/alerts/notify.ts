import type { EntityManager } from 'typeorm';
import { newId, type Clock, type Id } from '@bindery/kernel';
import type { Outbox } from '@bindery/messaging';
import { lockRecipient, type LockedRecipient } from '../recipients';
import type { Alert } from './alert.rules';
import { alertTable, type AlertedFact } from './alert-table.rules';
import { insertNotification, type NotificationToDeliver } from './notification.repository';

/** Tells an account of an event, once, in the consumer's transaction. */
export type Notify = (
  tx: EntityManager,
  event: { readonly id: Id<'event'>; readonly type: AlertedFact },
  alert: Alert,
) => Promise<void>;

/** The port to what carries notifications: into the inbox at once, by jobs on other channels. */
export type Deliver = (
  tx: EntityManager,
  recipient: LockedRecipient,
  notification: NotificationToDeliver,
) => Promise<void>;

export interface NotifyDeps {
  readonly clock: Clock;
  readonly outbox: Outbox;
  readonly deliver: Deliver;
}

export function createNotify({ clock, outbox, deliver }: NotifyDeps): Notify {
  return async (tx, event, { accountId, facts, cardId = null, bindingId = null, ...alert }) => {
    const now = clock.now();
    // A producer's clock that runs ahead must not pin its notification to the top of the inbox.
    const occurredAt = new Date(Math.min(Date.parse(facts.at), now.getTime()));
    const id = newId('notification', occurredAt.getTime());
    const { kind, critical, words, action } = { ...alertTable[event.type], ...alert };

    const recipient = await lockRecipient(tx, accountId);
    const isNew = await insertNotification(tx, recipient, {
      id,
      sourceEventId: event.id,
      kind,
      critical,
      words,
      action,
      facts,
      cardId,
      bindingId,
      occurredAt,
      createdAt: now,
    });
    if (!isNew) return;
    // A notification has one version: what changes later are its deliveries.
    await outbox.append(tx, {
      type: 'bindery.notification.queued.v1',
      key: id,
      sequence: 1,
      data: { notificationId: id, accountId, kind, critical, at: now.toISOString() },
    });
    await deliver(tx, recipient, { id, kind, occurredAt });
  };
}
