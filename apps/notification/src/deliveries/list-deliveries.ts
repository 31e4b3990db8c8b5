import type { Id } from '@bindery/kernel';
import type { EntityManager } from 'typeorm';
import { listDeliveries, type DeliveryView } from './delivery.repository';

export type { DeliveryView };

/** For each notification its deliveries, the inbox first. */
export type ListDeliveries = (notificationIds: readonly Id<'notification'>[]) => Promise<DeliveryView[][]>;

export const createListDeliveries =
  (db: EntityManager): ListDeliveries =>
  async (notificationIds) => {
    const rows = await listDeliveries(db, notificationIds);
    return notificationIds.map((id) => rows.filter((row) => row.notificationId === id));
  };
