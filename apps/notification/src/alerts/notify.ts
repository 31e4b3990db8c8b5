import type { EntityManager } from 'typeorm';
import { newId, type Clock, type Id } from '@bindery/kernel';
import type { Outbox } from '@bindery/messaging';
import { lockRecipient, type LockedRecipient } from '../recipients';
import type { Alert } from './alert.rules';
import { alertTable, type AlertedFact } from './alert-table.rules';
import { findOccasion, joinOccasion } from './occasion';
import { insertNotification, type NotificationToDeliver } from './notification.repository';

/** Tells an account of an event, once, and with others that came of the same thing as one, in the consumer's transaction. */
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

/** Takes back what of these has not begun to leave the platform: another tells it. */
export type Withdraw = (tx: EntityManager, notificationIds: readonly Id<'notification'>[]) => Promise<void>;

export interface NotifyDeps {
  readonly clock: Clock;
  readonly outbox: Outbox;
  readonly deliver: Deliver;
  readonly withdraw: Withdraw;
}

export function createNotify({ clock, outbox, deliver, withdraw }: NotifyDeps): Notify {
  return async (tx, event, { accountId, facts, cardId = null, bindingId = null, ...alert }) => {
    const now = clock.now();
    // A producer's clock that runs ahead must not pin its notification to the top of the inbox.
    const occurredAt = new Date(Math.min(Date.parse(facts.at), now.getTime()));
    const id = newId('notification', occurredAt.getTime());
    const { kind, critical, words, action } = { ...alertTable[event.type], ...alert };

    const recipient = await lockRecipient(tx, accountId);
    const fresh = { id, kind, cardId, bindingId, facts, occurredAt };
    const occasion = await findOccasion(tx, recipient, fresh);
    const isNew = await insertNotification(tx, recipient, {
      ...fresh,
      sourceEventId: event.id,
      critical,
      words,
      action,
      facts: occasion.facts,
      createdAt: now,
    });
    if (!isNew) return;
    await joinOccasion(tx, recipient, { ...fresh, facts: occasion.facts }, occasion);
    await withdraw(
      tx,
      occasion.parts.map((part) => part.id),
    );
    // Told with another: there is no entry of its own, and nothing of it leaves.
    if (occasion.told) return;
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
