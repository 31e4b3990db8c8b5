import { handleJobs } from '@bindery/jobs';
import type { Feature, Foundation } from '@bindery/subgraph';
import type { ReadyFactors } from '../factors';
import { deliveryJobs } from './delivery.jobs';
import { createFollowDelivery } from './follow-delivery';
import { createSendCode } from './send-code';

export { enqueueSend } from './delivery.jobs';

/** A code on its way: handed to whoever carries it, then asked after. */
export function createDelivery(foundation: Foundation, deps: { readonly factors: ReadyFactors }) {
  const all = { ...foundation, ...deps };
  const sendCode = createSendCode(all);
  const followDelivery = createFollowDelivery(all);
  const jobs = handleJobs(deliveryJobs, {
    'send-code': ({ challengeId, send }, { attempt, maxAttempts }) =>
      sendCode({ challengeId, send, isLastTry: attempt >= maxAttempts }),
    'follow-delivery': (payload) => followDelivery(payload),
  });
  return { feature: { jobs } satisfies Feature };
}
