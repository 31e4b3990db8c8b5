import type { Feature, FeatureClasses, Foundation } from '@bindery/subgraph';
import type { ActionPlaces } from '../alerts';
import type { ListDeliveries, ToDeliveryType } from '../deliveries';
import { AccountInboxResolver } from './account-inbox.resolver';
import { CardAlertsResolver } from './card-alerts.resolver';
import { CardType } from './card.type';
import { createCountUnread } from './count-unread';
import { createGetNotifications } from './get-notifications';
import { createListCardAlerts } from './list-card-alerts';
import { createListInbox } from './list-inbox';
import { createMarkNotificationsRead } from './mark-notifications-read';
import { MarkNotificationsReadResolver } from './mark-notifications-read.resolver';
import { createNotificationMapper } from './notification.mapper';
import { NotificationResolver } from './notification.resolver';

export const inboxClasses = {
  resolvers: [AccountInboxResolver, CardAlertsResolver, NotificationResolver, MarkNotificationsReadResolver],
  types: [CardType],
} satisfies FeatureClasses;

export interface InboxDeps {
  readonly listDeliveries: ListDeliveries;
  readonly toDeliveryType: ToDeliveryType;
  /** Where the wallet app is; actions lead there. */
  readonly places: ActionPlaces;
}

/** What a holder was told, as the app shows it. */
export function createInbox(foundation: Foundation, { places, ...deps }: InboxDeps) {
  const { db } = foundation;
  const countUnread = createCountUnread(db);
  const shown = { ...deps, toNotificationType: createNotificationMapper(places) };
  const notifications = new NotificationResolver({ ...shown, getNotifications: createGetNotifications(db) });
  const markNotificationsRead = createMarkNotificationsRead(foundation);
  const feature: Feature = {
    resolvers: [
      notifications,
      new AccountInboxResolver({ ...shown, countUnread, listInbox: createListInbox(db) }),
      new CardAlertsResolver({ ...shown, listCardAlerts: createListCardAlerts(db) }),
      new MarkNotificationsReadResolver({ ...shown, markNotificationsRead }),
    ],
    references: {
      // Whose card it is only binding knows; what hangs on it here is the viewer's own in any case.
      Card: ({ id }, { viewer }) => (viewer ? Object.assign(new CardType(), { id }) : null),
      Notification: ({ id }, context) => notifications.resolveReference(id, context),
    },
  };
  return { feature };
}
