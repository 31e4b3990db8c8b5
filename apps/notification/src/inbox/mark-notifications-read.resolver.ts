import { givenId } from '@bindery/kernel';
import { createToProblem, requestProblems, requireViewer, type RequestContext } from '@bindery/subgraph';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { CountUnread } from './count-unread';
import type { MarkNotificationsRead, MarkNotificationsReadError } from './mark-notifications-read';
import { MarkNotificationsReadInput } from './mark-notifications-read.input';
import { MarkNotificationsReadResult, MarkNotificationsReadSuccess } from './mark-notifications-read.result';
import type { NotificationResolver } from './notification.resolver';
import type { NotificationType } from './notification.type';

const toProblem = createToProblem<MarkNotificationsReadError, typeof MarkNotificationsReadResult>(requestProblems);

export interface MarkNotificationsReadResolverDeps {
  readonly markNotificationsRead: MarkNotificationsRead;
  readonly countUnread: CountUnread;
  readonly notifications: Pick<NotificationResolver, 'resolveReference'>;
}

@Resolver()
export class MarkNotificationsReadResolver {
  constructor(private readonly deps: MarkNotificationsReadResolverDeps) {}

  @Mutation(() => MarkNotificationsReadResult, {
    description: 'Marks notifications of the viewer as read; all of them or, if one is unknown, none.',
  })
  async markNotificationsRead(
    @Arg('input', { description: 'Which ones.' }) { ids, idempotencyKey }: MarkNotificationsReadInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof MarkNotificationsReadResult> {
    const { accountId } = requireViewer(context);
    const marked = await this.deps.markNotificationsRead({
      accountId,
      idempotencyKey,
      ids: ids.map((id) => givenId('notification', id)),
    });
    if (!marked.ok) return toProblem(marked.error, context.locale);
    const notifications = await Promise.all(
      [...marked.value]
        .sort()
        .reverse()
        .map((id) => this.deps.notifications.resolveReference(id, context)),
    );
    return Object.assign(new MarkNotificationsReadSuccess(), {
      // A repetition may come after the oldest were deleted by age.
      notifications: notifications.filter((found): found is NotificationType => found !== null),
      unreadCount: await this.deps.countUnread(accountId),
    });
  }
}
