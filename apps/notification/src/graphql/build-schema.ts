import { buildSubgraph, type Subgraph } from '@bindery/subgraph';
import { AccountResolver } from '../inbox/account.resolver';
import { CardResolver } from '../inbox/card.resolver';
import { AccountStub, CardStub } from '../inbox/entity-stubs.type';
import { MarkNotificationsReadResolver } from '../inbox/mark-notifications-read.resolver';
import { NotificationResolver } from '../inbox/notification.resolver';
import { SetNotificationPreferencesResolver } from '../preferences/set-notification-preferences.resolver';

/** Resolver class → instance. Without instances the schema can be printed, not asked. */
export function buildNotificationSubgraph(instances: ReadonlyMap<unknown, object> = new Map()): Subgraph {
  return buildSubgraph({
    resolvers: [
      AccountResolver,
      CardResolver,
      NotificationResolver,
      MarkNotificationsReadResolver,
      SetNotificationPreferencesResolver,
    ],
    orphanedTypes: [AccountStub, CardStub],
    instances,
    references: {
      Account: ({ id }, { viewer }) => (viewer?.accountId === id ? Object.assign(new AccountStub(), { id }) : null),
      // Whose card it is only binding knows; what hangs on it here is the viewer's own in any case.
      Card: ({ id }, { viewer }) => (viewer ? Object.assign(new CardStub(), { id }) : null),
      Notification: ({ id }, context) =>
        (instances.get(NotificationResolver) as NotificationResolver).resolveReference(id, context),
    },
  });
}
