import { ConnectionArgs, pagedById, requireViewer, type RequestContext } from '@bindery/subgraph';
import { Args, Ctx, FieldResolver, Resolver } from 'type-graphql';
import type { Notification } from '../alerts';
import type { CountUnread } from './count-unread';
import type { ListInbox } from './list-inbox';
import { AccountType } from '../recipients';
import { InboxConnection } from './notification-connection.type';
import type { ToNotificationType } from './notification.mapper';

export interface AccountInboxResolverDeps {
  readonly listInbox: ListInbox;
  readonly countUnread: CountUnread;
  readonly toNotificationType: ToNotificationType;
}

/** A field of the viewer's own account; the reference resolver lets nobody else's through. */
@Resolver(() => AccountType)
export class AccountInboxResolver {
  constructor(private readonly deps: AccountInboxResolverDeps) {}

  @FieldResolver(() => InboxConnection, {
    nullable: true,
    description: 'What the holder was told, newest first; null when it cannot be read now.',
  })
  async inbox(
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() context: RequestContext,
  ): Promise<InboxConnection> {
    const { accountId } = requireViewer(context);
    const list = pagedById<Notification>('notification', { name: 'Account.inbox', of: [accountId] });
    const [page, unreadCount, timeZone] = await Promise.all([
      this.deps.listInbox(accountId, list.toPageRequest(args)),
      this.deps.countUnread(accountId),
      context.timeZone(),
    ]);
    const connection = list.toConnection(page, (notification) =>
      this.deps.toNotificationType(notification, context.locale, timeZone),
    );
    return Object.assign(new InboxConnection(), connection, { unreadCount });
  }
}
