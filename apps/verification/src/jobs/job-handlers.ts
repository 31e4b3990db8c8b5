import type { JobHandlers } from '@bindery/jobs';
import type { FollowDelivery } from '../challenges/delivery/follow-delivery';
import type { SendCode } from '../challenges/delivery/send-code';
import type { verificationJobs } from '../challenges/delivery/delivery.jobs';

export interface JobHandlerDeps {
  readonly sendCode: SendCode;
  readonly followDelivery: FollowDelivery;
  readonly expireChallenges: () => Promise<number>;
  readonly prune: () => Promise<void>;
}

/** What is done for each job. */
export function createJobHandlers({
  sendCode,
  followDelivery,
  expireChallenges,
  prune,
}: JobHandlerDeps): JobHandlers<typeof verificationJobs.schemas> {
  return {
    'send-code': ({ challengeId, send }, { attempt, maxAttempts }) =>
      sendCode({ challengeId, send, isLastTry: attempt >= maxAttempts }),
    'follow-delivery': (payload) => followDelivery(payload),
    'expire-challenges': async () => void (await expireChallenges()),
    prune: () => prune(),
  };
}

/** In UTC. A challenge ends for everybody when its time is over; the minute is only how late its event may be. */
export const jobSchedule = [
  { name: 'expire-challenges', cron: '* * * * *' },
  { name: 'prune', cron: '23 3 * * *' },
] as const;
