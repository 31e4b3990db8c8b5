import { defineJobs } from '@bindery/jobs';
import { z } from 'zod';

const delivery = z.object({ deliveryId: z.string() });

export const notificationJobs = defineJobs({
  'send-delivery': delivery,
  'check-delivery': delivery,
  prune: z.object({}),
});

/** One waiting job of a sort for each delivery: a later one takes the place of an earlier one. */
export const sendJobKey = (deliveryId: string): string => `send ${deliveryId}`;
export const checkJobKey = (deliveryId: string): string => `check ${deliveryId}`;
