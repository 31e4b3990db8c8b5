import type { Id } from '@bindery/kernel';
import { defineJobs, idField } from '@bindery/jobs';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';

const delivery = z.object({ deliveryId: idField('delivery') });

export const deliveryJobs = defineJobs({ 'send-delivery': delivery, 'check-delivery': delivery });

/** One waiting job of a sort for each delivery: a later one takes the place of an earlier one. */
export const enqueueSend = (tx: EntityManager, deliveryId: Id<'delivery'>, runAt?: Date): Promise<void> =>
  deliveryJobs.enqueue(tx, 'send-delivery', { deliveryId }, { jobKey: `send ${deliveryId}`, runAt });

export const enqueueCheck = (tx: EntityManager, deliveryId: Id<'delivery'>, runAt: Date): Promise<void> =>
  deliveryJobs.enqueue(tx, 'check-delivery', { deliveryId }, { jobKey: `check ${deliveryId}`, runAt });
