import { z } from 'zod';
import { defineJobs, handleJobs, type JobPart } from '@bindery/jobs';
import { pruneMessaging } from '@bindery/messaging';
import { pruneIdempotencyKeys } from '@bindery/persistence';
import type { Feature } from './feature';
import type { Foundation } from './foundation';

const jobs = defineJobs({ prune: z.object({}) });

/** Once a day, in UTC, when few are about in China: deletes what has served its purpose, each feature its own and the messages of all. */
export function pruneDaily(
  { unitOfWork, db, transport, log }: Pick<Foundation, 'unitOfWork' | 'db' | 'transport' | 'log'>,
  features: readonly Feature[],
): JobPart {
  const prune = async () => {
    const pruned: Record<string, number> = {};
    for (const feature of features) Object.assign(pruned, await feature.prune?.());
    pruned.idempotencyKeys = await unitOfWork.run(pruneIdempotencyKeys);
    const messages = await pruneMessaging(db, transport);
    Object.assign(pruned, {
      publishedEvents: messages.outbox,
      handledEvents: messages.inbox,
      loggedEvents: messages.log,
    });
    log.info({ pruned }, 'pruned');
  };
  return handleJobs(jobs, { prune }, [{ name: 'prune', cron: '41 19 * * *' }]);
}
