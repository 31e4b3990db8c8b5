import { ConnectionArgs, requireViewer, toConnection, toPageRequest, type RequestContext } from '@bindery/subgraph';
import { Args, Ctx, FieldResolver, Resolver } from 'type-graphql';
import type { CountUnread } from './count-unread';
import type { GetTimeZone } from '../recipients/get-time-zone';
import type { ListInbox } from './list-inbox';
import type { ListPreferences } from '../preferences/list-preferences';
import { AccountStub } from './entity-stubs.type';
import { InboxConnection } from './notification-connection.type';
import type { ToNotificationType } from './notification.mapper';
import { toPreferenceType } from '../preferences/preference.mapper';
import { NotificationPreferenceType } from '../preferences/preference.type';
import { loadTimeZone } from '../recipients/viewer-time-zone';

export interface AccountResolverDeps {
  readonly listInbox: ListInbox;
  readonly countUnread: CountUnread;
  readonly listPreferences: ListPreferences;
  readonly getTimeZone: GetTimeZone;
  readonly toNotificationType: ToNotificationType;
}

/** Fields of the viewer's own account; the reference resolver lets nobody else's through. */
@Resolver(() => AccountStub)
export class AccountResolver {
  constructor(private readonly deps: AccountResolverDeps) {}

  @FieldResolver(() => InboxConnection, {
    nullable: true,
    description: 'What the holder was told, newest first; null when it cannot be read now.',
  })
  async inbox(
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() context: RequestContext,
  ): Promise<InboxConnection> {
    const { accountId } = requireViewer(context);
    const [page, unreadCount, timeZone] = await Promise.all([
      this.deps.listInbox(accountId, toPageRequest(args)),
      this.deps.countUnread(accountId),
      loadTimeZone(context, accountId, this.deps.getTimeZone),
    ]);
    const connection = toConnection(
      page,
      ({ id }) => id,
      (notification) => this.deps.toNotificationType(notification, context.locale, timeZone),
    );
    return Object.assign(new InboxConnection(), connection, { unreadCount });
  }

  @FieldResolver(() => [NotificationPreferenceType], {
    nullable: true,
    description: 'How the holder is told about each kind of thing; null when it cannot be read now.',
  })
  async notificationPreferences(@Ctx() context: RequestContext): Promise<NotificationPreferenceType[]> {
    const preferences = await this.deps.listPreferences(requireViewer(context).accountId);
    return preferences.map((preference) => toPreferenceType(preference, context.locale));
  }
}
