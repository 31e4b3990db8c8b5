import { parseId, type Id } from '@bindery/kernel';
import { ConnectionArgs, requireViewer, pagedById, type ConnectionOf, type RequestContext } from '@bindery/subgraph';
import type { Page } from '@bindery/persistence';
import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Notification } from '../alerts';
import type { ListCardAlerts } from './list-card-alerts';
import { CardType } from './card.type';
import { NotificationConnection } from './notification-connection.type';
import type { ToNotificationType } from './notification.mapper';
import type { NotificationType } from './notification.type';

export interface CardAlertsResolverDeps {
  readonly listCardAlerts: ListCardAlerts;
  readonly toNotificationType: ToNotificationType;
}

/** Nobody was told anything about what is no card. */
const nothing: Page<Notification> = { rows: [], hasNextPage: false, hasPreviousPage: false };

@Resolver(() => CardType)
export class CardAlertsResolver {
  constructor(private readonly deps: CardAlertsResolverDeps) {}

  @FieldResolver(() => NotificationConnection, {
    nullable: true,
    description: 'What the viewer was told about this card, newest first; null when it cannot be read now.',
  })
  async alerts(
    @Root() card: CardType,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() context: RequestContext,
  ): Promise<ConnectionOf<NotificationType>> {
    const { accountId } = requireViewer(context);
    const cardId = parseId('card', card.id);
    const list = pagedById<Notification>('notification', { name: 'Card.alerts', of: [accountId, card.id] });
    const request = list.toPageRequest(args);
    // All cards of a list ask for the same page: they share one query.
    const loader = context.loader<Id<'card'>, Page<Notification>>(`alerts ${JSON.stringify(request)}`, (cardIds) =>
      this.deps.listCardAlerts(accountId, cardIds, request),
    );
    const [page, timeZone] = await Promise.all([cardId ? loader.load(cardId) : nothing, context.timeZone()]);
    return list.toConnection(page, (notification) =>
      this.deps.toNotificationType(notification, context.locale, timeZone),
    );
  }
}
