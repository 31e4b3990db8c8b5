import { givenId } from '@bindery/kernel';
import { createToProblem, requestProblems, requireViewer, type RequestContext } from '@bindery/subgraph';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { MarkNotificationsRead, MarkNotificationsReadError } from './mark-notifications-read';
import { MarkNotificationsReadInput } from './mark-notifications-read.input';
import { MarkNotificationsReadResult, MarkNotificationsReadSuccess } from './mark-notifications-read.result';
import type { ToNotificationType } from './notification.mapper';

const toProblem = createToProblem<MarkNotificationsReadError, typeof MarkNotificationsReadResult>(requestProblems);

export interface MarkNotificationsReadResolverDeps {
  readonly markNotificationsRead: MarkNotificationsRead;
  readonly toNotificationType: ToNotificationType;
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
    const { markNotificationsRead, toNotificationType } = this.deps;
    const marked = await markNotificationsRead({
      accountId,
      idempotencyKey,
      ids: ids.map((id) => givenId('notification', id)),
    });
    if (!marked.ok) return toProblem(marked.error, context.locale);
    const { notifications, unreadCount } = marked.value;
    const timeZone = await context.timeZone();
    return Object.assign(new MarkNotificationsReadSuccess(), {
      notifications: notifications.map((each) => toNotificationType(each, context.locale, timeZone)),
      unreadCount,
    });
  }
}
