import { z } from 'zod';
import { defineJobs, handleJobs, type JobPart } from '@bindery/jobs';
import { pruneInbox, pruneOutbox } from '@bindery/messaging';
import { pruneIdempotencyKeys } from '@bindery/persistence';
import type { Feature } from './feature';
import type { Foundation } from './foundation';

const jobs = defineJobs({ prune: z.object({}) });

const dayMs = 24 * 60 * 60_000;

/** Once a day, in UTC, when few are about in China: deletes what has served its purpose, each feature its own and the messages of all. */
export function pruneDaily(
  { unitOfWork, db, transport, log }: Pick<Foundation, 'unitOfWork' | 'db' | 'transport' | 'log'>,
  features: readonly Feature[],
): JobPart {
  const prune = async () => {
    const pruned: Record<string, number> = {};
    for (const feature of features) Object.assign(pruned, await feature.prune?.());
    pruned.idempotencyKeys = await unitOfWork.run(pruneIdempotencyKeys);
    pruned.publishedEvents = await pruneOutbox(db, 7 * dayMs);
    // Longer than the log keeps them, or a replay would take effect twice.
    pruned.handledEvents = await pruneInbox(db, 60 * dayMs);
    pruned.loggedEvents = await transport.prune(30 * dayMs);
    log.info({ pruned }, 'pruned');
  };
  return handleJobs(jobs, { prune }, [{ name: 'prune', cron: '41 19 * * *' }]);
}
