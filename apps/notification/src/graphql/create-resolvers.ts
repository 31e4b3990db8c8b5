import type { SqlSession } from '@bindery/messaging';
import type { ContactKeys } from '@bindery/trust';
import { createCountUnread } from '../inbox/count-unread';
import { createGetNotifications } from '../inbox/get-notifications';
import { createGetTimeZone } from '../recipients/get-time-zone';
import { createListCardAlerts } from '../inbox/list-card-alerts';
import { createListDeliveries } from '../deliveries/list-deliveries';
import { createListInbox } from '../inbox/list-inbox';
import { createListPreferences } from '../preferences/list-preferences';
import type { MarkNotificationsRead } from '../inbox/mark-notifications-read';
import type { SetNotificationPreferences } from '../preferences/set-notification-preferences';
import { AccountResolver } from '../inbox/account.resolver';
import { CardResolver } from '../inbox/card.resolver';
import { createDeliveryMapper } from '../deliveries/delivery.mapper';
import { MarkNotificationsReadResolver } from '../inbox/mark-notifications-read.resolver';
import { createNotificationMapper } from '../inbox/notification.mapper';
import { NotificationResolver } from '../inbox/notification.resolver';
import { SetNotificationPreferencesResolver } from '../preferences/set-notification-preferences.resolver';

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
