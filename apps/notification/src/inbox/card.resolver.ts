import {
  ConnectionArgs,
  requireViewer,
  toConnection,
  toPageRequest,
  type ConnectionOf,
  type RequestContext,
} from '@bindery/subgraph';
import type { Page } from '@bindery/persistence';
import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Notification } from '../alerts/notification.rules';
import type { GetTimeZone } from '../recipients/get-time-zone';
import type { ListCardAlerts } from './list-card-alerts';
import { CardStub } from './entity-stubs.type';
import { NotificationConnection } from './notification-connection.type';
import type { ToNotificationType } from './notification.mapper';
import type { NotificationType } from './notification.type';
import { loadTimeZone } from '../recipients/viewer-time-zone';

export interface CardResolverDeps {
  readonly listCardAlerts: ListCardAlerts;
  readonly getTimeZone: GetTimeZone;
  readonly toNotificationType: ToNotificationType;
}

@Resolver(() => CardStub)
export class CardResolver {
  constructor(private readonly deps: CardResolverDeps) {}

  @FieldResolver(() => NotificationConnection, {
    nullable: true,
    description: 'What the viewer was told about this card, newest first; null when it cannot be read now.',
  })
  async alerts(
    @Root() card: CardStub,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() context: RequestContext,
  ): Promise<ConnectionOf<NotificationType>> {
    const { accountId } = requireViewer(context);
    const request = toPageRequest(args);
    // All cards of a list ask for the same page: they share one query.
    const loader = context.loader<string, Page<Notification>>(`alerts ${args.first} ${args.after ?? ''}`, (cardIds) =>
      this.deps.listCardAlerts(accountId, cardIds, request),
    );
    const [page, timeZone] = await Promise.all([
      loader.load(card.id),
      loadTimeZone(context, accountId, this.deps.getTimeZone),
    ]);
    return toConnection(
      page,
      ({ id }) => id,
      (notification) => this.deps.toNotificationType(notification, context.locale, timeZone),
    );
  }
}
