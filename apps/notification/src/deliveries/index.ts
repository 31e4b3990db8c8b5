import { handleJobs } from '@bindery/jobs';
import { tellSpentBudget, type Feature, type FeatureClasses, type Foundation } from '@bindery/subgraph';
import { openContact, readContactKeys } from '@bindery/trust';
import { connectChannels } from '../channels';
import type { NotificationConfig } from '../notification.config';
import { createAddContactPoint } from './add-contact-point';
import { createCheckDelivery } from './check-delivery';
import { deliveryJobs } from './deliveries.jobs';
import { DeliveryRow } from './delivery.entity';
import { createDeliveryMapper } from './delivery.mapper';
import { createSpendLimit } from './limit-spend';
import { createListDeliveries } from './list-deliveries';
import { observeSenders } from './observe-senders';
import { onContactPointConfirmed } from './on-contact-point-confirmed.consumer';
import { createDeliver, createQueueDeliveries, withdraw } from './queue-deliveries';
import { createSendDelivery } from './send-delivery';

export type { ToDeliveryType } from './delivery.mapper';
export { NotificationDeliveryType } from './delivery.type';
export type { DeliveryView, ListDeliveries } from './list-deliveries';

export const deliveriesClasses = { entities: [DeliveryRow] } satisfies FeatureClasses;

/** How notifications reach people: the inbox at once, all channels that leave the platform by jobs. */
export function createDeliveries(foundation: Foundation, config: NotificationConfig) {
  const { db, log, metrics } = foundation;
  const contactKeys = readContactKeys(config.CONTACT_KEYS);
  const channels = connectChannels(config);
  const [key] = [...contactKeys.values()];
  if (!key) throw new Error('no contact key');
  const spend = createSpendLimit({
    ...foundation,
    tellSpent: tellSpentBudget(foundation),
    key,
    limits: { perHour: config.MESSAGES_PER_HOUR, perCountryPerHour: config.MESSAGES_PER_COUNTRY_PER_HOUR },
  });
  const senders = observeSenders({ ...channels.senders, SMS: spend.limit(channels.senders.SMS) }, { log, metrics });
  const queueDeliveries = createQueueDeliveries(foundation);
  const sending = { ...foundation, senders, openContact: (sealed: string) => openContact(sealed, contactKeys) };
  const sendDelivery = createSendDelivery(sending);
  const checkDelivery = createCheckDelivery(sending);
  const feature: Feature = {
    subscriptions: {
      'bindery.account.contact-point-confirmed.v1': onContactPointConfirmed(
        createAddContactPoint({ ...foundation, queueDeliveries }),
      ),
    },
    jobs: handleJobs(deliveryJobs, {
      'send-delivery': ({ deliveryId }) => sendDelivery(deliveryId),
      'check-delivery': ({ deliveryId }) => checkDelivery(deliveryId),
    }),
    prune: async () => ({ abuseLedger: await spend.ledger.prune(db) }),
    connections: [{ name: 'channels', start: () => Promise.resolve(), stop: async () => channels.close() }],
  };
  return {
    sending,
    withdraw,
    deliver: createDeliver({ ...foundation, queueDeliveries }),
    listDeliveries: createListDeliveries(db),
    toDeliveryType: createDeliveryMapper(contactKeys),
    feature,
  };
}
