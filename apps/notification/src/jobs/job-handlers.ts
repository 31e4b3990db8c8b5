import type { JobHandlers } from '@bindery/jobs';
import type { CheckDelivery } from '../deliveries/check-delivery';
import type { Prune } from '../use-cases/prune';
import type { SendDelivery } from '../deliveries/send-delivery';
import type { notificationJobs } from '../deliveries/deliveries.jobs';

export interface JobHandlersDeps {
  readonly sendDelivery: SendDelivery;
  readonly checkDelivery: CheckDelivery;
  readonly prune: Prune;
}

export const createJobHandlers = ({
  sendDelivery,
  checkDelivery,
  prune,
}: JobHandlersDeps): JobHandlers<typeof notificationJobs.schemas> => ({
  'send-delivery': ({ deliveryId }) => sendDelivery(deliveryId),
  'check-delivery': ({ deliveryId }) => checkDelivery(deliveryId),
  prune: async () => void (await prune()),
});
