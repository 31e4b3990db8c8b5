import { composeService, layFoundation, type Surroundings } from '@bindery/subgraph';
import { createAlerts } from './alerts';
import { createDeliveries } from './deliveries';
import { featureClasses } from './features';
import { createInbox } from './inbox';
import type { NotificationConfig } from './notification.config';
import { createPreferences } from './preferences';
import { createRecipients } from './recipients';

/** Sends wait for carriers most of the time; eight keep one core busy and the pool below PostgreSQL's limit. */
const jobsAtOnce = 8;

/** The whole service, put together and not started. */
export async function composeNotification(config: NotificationConfig, surroundings: Surroundings) {
  const foundation = layFoundation('notification', config, featureClasses, surroundings);
  const recipients = createRecipients(foundation);
  const deliveries = createDeliveries(foundation, config);
  const alerts = createAlerts(foundation, deliveries);
  const preferences = createPreferences(foundation);
  const places = { walletUrl: config.WALLET_URL, supportUrl: config.SUPPORT_URL ?? null };
  const inbox = createInbox(foundation, { ...deliveries, places });
  const features = [recipients, alerts, preferences, deliveries, inbox].map(({ feature }) => feature);
  return {
    ...(await composeService(foundation, features, { jobsAtOnce })),
    sending: deliveries.sending,
  };
}
