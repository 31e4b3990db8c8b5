import { createMailer, createSmsCarrier } from '@bindery/delivery-channels';
import { handleJobs } from '@bindery/jobs';
import type { Feature, FeatureClasses, Foundation } from '@bindery/subgraph';
import { openContact, readContactKeys } from '@bindery/trust';
import { createAddContactPoint } from './add-contact-point';
import { createCheckDelivery } from './check-delivery';
import { deliveryJobs } from './deliveries.jobs';
import { DeliveryRow } from './delivery.entity';
import { createDeliveryMapper } from './delivery.mapper';
import { createListDeliveries } from './list-deliveries';
import { createMailSender } from './mail/mail-sender';
import { observeSenders } from './observe-senders';
import { onContactPointConfirmed } from './on-contact-point-confirmed.consumer';
import { createDeliver, createQueueDeliveries } from './queue-deliveries';
import { createSendDelivery } from './send-delivery';
import { createSmsSender } from './sms/sms-sender';

export type { ToDeliveryType } from './delivery.mapper';
export { NotificationDeliveryType } from './delivery.type';
export type { DeliveryView, ListDeliveries } from './list-deliveries';

export const deliveriesClasses = { entities: [DeliveryRow] } satisfies FeatureClasses;

export interface DeliveriesConfig {
  readonly CONTACT_KEYS: string;
  readonly SMS_CARRIER_URL: string;
  readonly SMS_CARRIER_KEY: string;
  readonly SMTP_URL: string;
  readonly MAIL_FROM: string;
}

/** How notifications reach people: the inbox at once, SMS and mail by jobs. */
export function createDeliveries(foundation: Foundation, config: DeliveriesConfig) {
  const { db, log, metrics } = foundation;
  const contactKeys = readContactKeys(config.CONTACT_KEYS);
  const mailer = createMailer({ url: config.SMTP_URL, from: config.MAIL_FROM });
  const smsCarrier = createSmsCarrier({ baseUrl: config.SMS_CARRIER_URL, key: config.SMS_CARRIER_KEY });
  const senders = observeSenders(
    { SMS: createSmsSender(smsCarrier), EMAIL: createMailSender(mailer) },
    { log, metrics },
  );
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
    connections: [{ name: 'mailer', start: () => Promise.resolve(), stop: async () => mailer.close() }],
  };
  return {
    sending,
    deliver: createDeliver({ ...foundation, queueDeliveries }),
    listDeliveries: createListDeliveries(db),
    toDeliveryType: createDeliveryMapper(contactKeys),
    feature,
  };
}
