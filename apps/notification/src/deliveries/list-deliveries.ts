import type { SqlSession } from '@bindery/messaging';
import type { Channel } from '../recipients/channel.rules';
import type { DeliveryState } from './delivery-state.rules';

/** A delivery as its reader may see it; the address is still sealed. */
export interface DeliveryView {
  readonly notificationId: string;
  readonly channel: Channel;
  readonly state: DeliveryState;
  readonly changedAt: Date;
  readonly sealedAddress: string | null;
}

/** For each notification its deliveries, the inbox first. */
export type ListDeliveries = (notificationIds: readonly string[]) => Promise<DeliveryView[][]>;

export const createListDeliveries =
  (db: SqlSession): ListDeliveries =>
  async (notificationIds) => {
    const rows = await db.query<DeliveryView>(
      `SELECT notification_id AS "notificationId", delivery.channel, state, changed_at AS "changedAt", sealed_address AS "sealedAddress"
       FROM delivery LEFT JOIN contact_point ON contact_point.id = contact_point_id
       WHERE notification_id = ANY($1) ORDER BY contact_point_id NULLS FIRST`,
      [notificationIds],
    );
    return notificationIds.map((id) => rows.filter((row) => row.notificationId === id));
  };
