import { parseId, type Id } from '@bindery/kernel';
import type { RequestContext } from '@bindery/subgraph';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { GetNotifications } from './get-notifications';
import { NotificationDeliveryType, type DeliveryView, type ListDeliveries, type ToDeliveryType } from '../deliveries';
import type { ToNotificationType } from './notification.mapper';
import { NotificationType } from './notification.type';

export interface NotificationResolverDeps {
  readonly getNotifications: GetNotifications;
  readonly listDeliveries: ListDeliveries;
  readonly toNotificationType: ToNotificationType;
  readonly toDeliveryType: ToDeliveryType;
}

@Resolver(() => NotificationType)
export class NotificationResolver {
  constructor(private readonly deps: NotificationResolverDeps) {}

  /** Answers `node(id)` and references: the viewer's own notification, or null for any other id. */
  async resolveReference(id: string, context: RequestContext): Promise<NotificationType | null> {
    const accountId = context.viewer?.accountId;
    const notificationId = parseId('notification', id);
    if (!accountId || !notificationId) return null;
    const loader = context.loader('notification', async (ids: readonly Id<'notification'>[]) =>
      (await this.deps.getNotifications(accountId, ids)).map((found) => found ?? null),
    );
    const [notification, timeZone] = await Promise.all([loader.load(notificationId), context.timeZone()]);
    return notification && this.deps.toNotificationType(notification, context.locale, timeZone);
  }

  @FieldResolver(() => [NotificationDeliveryType], {
    description: 'The ways it takes and how far it came on each, the inbox first.',
  })
  async deliveries(
    @Root() { id }: NotificationType,
    @Ctx() context: RequestContext,
  ): Promise<NotificationDeliveryType[]> {
    const deliveries = await context
      .loader<Id<'notification'>, DeliveryView[]>('deliveries', this.deps.listDeliveries)
      .load(id);
    return Promise.all(deliveries.map(this.deps.toDeliveryType));
  }
}
