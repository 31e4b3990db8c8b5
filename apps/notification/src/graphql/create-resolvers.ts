import type { SqlSession } from '@bindery/messaging';
import type { ContactKeys } from '@bindery/trust';
import { createCountUnread } from '../queries/count-unread';
import { createGetNotifications } from '../queries/get-notifications';
import { createGetTimeZone } from '../queries/get-time-zone';
import { createListCardAlerts } from '../queries/list-card-alerts';
import { createListDeliveries } from '../queries/list-deliveries';
import { createListInbox } from '../queries/list-inbox';
import { createListPreferences } from '../queries/list-preferences';
import type { MarkNotificationsRead } from '../use-cases/mark-notifications-read';
import type { SetNotificationPreferences } from '../use-cases/set-notification-preferences';
import { AccountResolver } from './account.resolver';
import { CardResolver } from './card.resolver';
import { createDeliveryMapper } from './delivery.mapper';
import { MarkNotificationsReadResolver } from './mark-notifications-read.resolver';
import { createNotificationMapper } from './notification.mapper';
import { NotificationResolver } from './notification.resolver';
import { SetNotificationPreferencesResolver } from './set-notification-preferences.resolver';

export interface ResolversDeps {
  readonly db: SqlSession;
  readonly contactKeys: ContactKeys;
  readonly walletUrl: string;
  readonly markNotificationsRead: MarkNotificationsRead;
  readonly setNotificationPreferences: SetNotificationPreferences;
}

/** Resolver class → its one instance. */
export function createResolvers({
  db,
  contactKeys,
  walletUrl,
  markNotificationsRead,
  setNotificationPreferences,
}: ResolversDeps): ReadonlyMap<unknown, object> {
  const getTimeZone = createGetTimeZone(db);
  const countUnread = createCountUnread(db);
  const listPreferences = createListPreferences(db);
  const toNotificationType = createNotificationMapper(walletUrl);
  const notifications = new NotificationResolver({
    getNotifications: createGetNotifications(db),
    listDeliveries: createListDeliveries(db),
    getTimeZone,
    toNotificationType,
    toDeliveryType: createDeliveryMapper(contactKeys),
  });
  return new Map<unknown, object>([
    [NotificationResolver, notifications],
    [
      AccountResolver,
      new AccountResolver({
        listInbox: createListInbox(db),
        countUnread,
        listPreferences,
        getTimeZone,
        toNotificationType,
      }),
    ],
    [CardResolver, new CardResolver({ listCardAlerts: createListCardAlerts(db), getTimeZone, toNotificationType })],
    [
      MarkNotificationsReadResolver,
      new MarkNotificationsReadResolver({ markNotificationsRead, countUnread, notifications }),
    ],
    [
      SetNotificationPreferencesResolver,
      new SetNotificationPreferencesResolver({ setNotificationPreferences, listPreferences }),
    ],
  ]);
}
