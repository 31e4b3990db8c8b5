import type { Feature, FeatureClasses, Foundation } from '@bindery/subgraph';
import { onAlertedFacts } from './alerted-facts.consumer';
import { NotificationRow } from './notification.entity';
import { createNotify, type Deliver, type Withdraw } from './notify';
import { createPruneNotifications } from './prune-notifications';

export type { AlertFacts } from './alert-facts.rules';
export { alertTable, type AlertedFact } from './alert-table.rules';
export { NotificationActionKindEnum, NotificationKindEnum } from './alerts.enums';
export { actionWays, toAction, type ActionKind, type ActionPlaces } from './notification-action.rules';
export { notificationKinds, type NotificationKind, type WordsKey } from './notification-kind.rules';
export { listNotificationsById, listNotificationsSince, type NotificationToDeliver } from './notification.repository';
export { nameKind } from './alerts.words';
export { newestFirst, type Notification } from './notification.rules';
export type { Deliver, Withdraw } from './notify';
export { waitMsOf } from './occasion.rules';
export { renderNotification, type RenderedNotification } from './render-notification';

export const alertsClasses = { entities: [NotificationRow] } satisfies FeatureClasses;

/** Which fact becomes which notification, for whom. How it is carried is the port `deliver`. */
export function createAlerts(
  foundation: Foundation,
  ports: { readonly deliver: Deliver; readonly withdraw: Withdraw },
) {
  const notify = createNotify({ ...foundation, ...ports });
  const prune = createPruneNotifications(foundation);
  const feature: Feature = { subscriptions: onAlertedFacts(notify), prune };
  return { feature };
}
