import { newId, type Clock } from '@bindery/kernel';
import type { Outbox, SqlSession } from '@bindery/messaging';
import type { AlertFacts } from './alert-facts.rules';
import { alertTable, type AlertedFact } from './alert-table.rules';
import type { ActionKind } from './notification-action.rules';
import { insertDelivery } from '../deliveries/delivery.repository';
import { insertNotification } from './notification.repository';
import { lockRecipient } from '../recipients/recipient.repository';
import type { QueueDeliveries } from '../deliveries/queue-deliveries';

/** What a consumer reads out of an event: who is told, what the words need, and what it is about. */
export interface Alert {
  readonly accountId: string;
  readonly facts: AlertFacts;
  readonly cardId?: string;
  readonly bindingId?: string;
  /** Where this very fact leads, if not where its kind does. */
  readonly action?: ActionKind;
}

/** Tells an account of an event, once, in the consumer's transaction: into the inbox at once, by jobs on other channels. */
export type Notify = (
  tx: SqlSession,
  event: { readonly id: string; readonly type: AlertedFact },
  alert: Alert,
) => Promise<void>;

export interface NotifyDeps {
  readonly clock: Clock;
  readonly outbox: Outbox;
  readonly queueDeliveries: QueueDeliveries;
}

export function createNotify({ clock, outbox, queueDeliveries }: NotifyDeps): Notify {
  return async (
    tx,
    event,
    { accountId, facts, cardId = null, bindingId = null, action = alertTable[event.type].action },
  ) => {
    const now = clock.now();
    // A producer's clock that runs ahead must not pin its notification to the top of the inbox.
    const occurredAt = new Date(Math.min(Date.parse(facts.at), now.getTime()));
    const id = newId('notification', occurredAt.getTime());
    const { kind, critical, words } = alertTable[event.type];

    await lockRecipient(tx, accountId);
    const isNew = await insertNotification(tx, {
      id,
      accountId,
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
    await insertDelivery(tx, {
      id: newId('delivery'),
      notificationId: id,
      channel: 'INBOX',
      contactPointId: null,
      state: 'DELIVERED',
      now,
    });
    await queueDeliveries(tx, { id, accountId, kind, occurredAt });

    const at = now.toISOString();
    // A notification has one version: what changes later are its deliveries.
    await outbox.append(tx, {
      type: 'bindery.notification.queued.v1',
      key: id,
      sequence: 1,
      data: { notificationId: id, accountId, kind, critical, at },
    });
    await outbox.append(tx, {
      type: 'bindery.notification.delivered.v1',
      key: id,
      data: { notificationId: id, accountId, channel: 'INBOX', at },
    });
  };
}
