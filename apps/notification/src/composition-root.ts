import { createMailer, createSmsCarrier } from '@bindery/delivery-channels';
import { addSubgraph } from '@bindery/subgraph';
import { createJobRunner } from '@bindery/jobs';
import type { Clock } from '@bindery/kernel';
import { createConsumers, createEventLog, createOutbox, createRelay } from '@bindery/messaging';
import { type Component, createHttpHost, type Log, type Metrics, type Role, toEventLogAddress } from '@bindery/service';
import { createDataSource, createUnitOfWork } from '@bindery/persistence';
import { openContact, readContactKeys } from '@bindery/trust';
import { createMailSender } from './deliveries/mail/mail-sender';
import { observeSenders } from './deliveries/observe-senders';
import { createSmsSender } from './deliveries/sms/sms-sender';
import { createSubscriptions } from './consumers/subscriptions';
import { buildNotificationSubgraph } from './graphql/build-schema';
import { createResolvers } from './graphql/create-resolvers';
import { createJobHandlers } from './jobs/job-handlers';
import { notificationJobs } from './deliveries/deliveries.jobs';
import type { NotificationConfig } from './notification.config';
import { createCheckDelivery } from './deliveries/check-delivery';
import { createKeepContactPoint } from './deliveries/add-contact-point';
import { createMarkNotificationsRead } from './inbox/mark-notifications-read';
import { createNotify } from './alerts/notify';
import { createPrune } from './use-cases/prune';
import { createQueueDeliveries } from './deliveries/queue-deliveries';
import { createSendDelivery } from './deliveries/send-delivery';
import { createSetNotificationPreferences } from './preferences/set-notification-preferences';

const service = 'notification';

export interface Runtime {
  readonly log: Log;
  readonly metrics: Metrics;
  readonly clock: Clock;
}

/** The whole service, put together and not started. */
export async function composeNotification(config: NotificationConfig, { log, metrics, clock }: Runtime) {
  const databaseUrl = config.DATABASE_URL;
  const dataSource = createDataSource({
    url: databaseUrl,
    entities: [],
    onPoolError: (error) => log.warn({ err: error }, 'idle database connection lost'),
  });
  const db = dataSource.manager;
  const transport = createEventLog(toEventLogAddress(config), { service, log });
  const relay = createRelay({ service, databaseUrl, transport, log, metrics });
  const unitOfWork = createUnitOfWork(dataSource, { onCommit: relay.wake });
  const outbox = createOutbox({ service, clock });
  const contactKeys = readContactKeys(config.CONTACT_KEYS);
  const mailer = createMailer({ url: config.SMTP_URL, from: config.MAIL_FROM });
  const senders = observeSenders(
    {
      SMS: createSmsSender(createSmsCarrier({ baseUrl: config.SMS_CARRIER_URL, key: config.SMS_CARRIER_KEY })),
      EMAIL: createMailSender(mailer),
    },
    { log, metrics },
  );

  const queueDeliveries = createQueueDeliveries({ clock });
  const handlers = createSubscriptions(
    createNotify({ clock, outbox, queueDeliveries }),
    createKeepContactPoint({ clock, queueDeliveries }),
  );
  const consumers = createConsumers({
    group: service,
    transport,
    runInTransaction: unitOfWork.run,
    handlers,
    log,
    metrics,
  });

  const sending = { clock, senders, openContact: (sealed: string) => openContact(sealed, contactKeys), outbox };
  const jobHandlers = createJobHandlers({
    sendDelivery: createSendDelivery({ ...sending, unitOfWork }),
    checkDelivery: createCheckDelivery({ db, unitOfWork, clock, senders, outbox }),
    prune: createPrune({ unitOfWork, transport, clock }),
  });
  // Sends wait for carriers most of the time; eight keep one core busy and the pool below PostgreSQL's limit.
  const jobs = createJobRunner({
    databaseUrl,
    jobs: notificationJobs,
    handlers: jobHandlers,
    concurrency: 8,
    schedule: [{ name: 'prune', cron: '23 3 * * *' }],
    log,
    metrics,
  });

  const host = createHttpHost({
    host: config.HOST,
    port: config.PORT,
    drainGraceMs: config.DRAIN_GRACE_MS,
    log,
    metrics,
    isReady: async () => (await db.query('SELECT 1')).length === 1,
  });
  if (config.ROLES.includes('api')) {
    const instances = createResolvers({
      db,
      contactKeys,
      walletUrl: config.WALLET_URL,
      markNotificationsRead: createMarkNotificationsRead({ unitOfWork, clock }),
      setNotificationPreferences: createSetNotificationPreferences({ unitOfWork }),
    });
    await addSubgraph(host.app, {
      name: service,
      subgraph: buildNotificationSubgraph(instances),
      gatewayKeys: config.GATEWAY_KEYS,
      log,
    });
  }

  const inRole = (role: Role, component: Component): Component[] => (config.ROLES.includes(role) ? [component] : []);
  const components: Component[] = [
    { name: 'database', start: async () => void (await dataSource.initialize()), stop: () => dataSource.destroy() },
    { name: 'event log', start: async () => undefined, stop: () => transport.close() },
    { name: 'mailer', start: async () => undefined, stop: async () => mailer.close() },
    ...inRole('relay', { name: 'relay', start: relay.start, stop: relay.stop }),
    ...inRole('jobs', { name: 'jobs', start: jobs.start, stop: jobs.stop }),
    ...inRole('consumers', { name: 'consumers', start: consumers.start, stop: consumers.stop }),
    host,
  ];
  return { components, host, dataSource, unitOfWork, handlers, jobHandlers, sending };
}
