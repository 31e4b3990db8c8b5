import { createLog } from '@bindery/service';
import { withClient, type ServiceDatabase } from '@bindery/persistence';
import { Registry } from 'prom-client';
import { z } from 'zod';
import { createJobRunner, defineJobs, migrateJobs, type JobRunner } from '../src';
import type { Contender } from './contender';
import { toSession } from './contender-session';

const jobs = defineJobs({ work: z.object({ number: z.number() }) });

/** graphile-worker as libs/jobs uses it, with all that it adds: payloads checked, traces, metrics, living pools. */
export async function createGraphileWorker({ ownerUrl, appUrl }: ServiceDatabase, appUser: string): Promise<Contender> {
  await migrateJobs(ownerUrl, appUser);
  const log = createLog({ service: 'bench', level: 'silent', format: 'json' });
  let runner: JobRunner | undefined;
  return {
    name: 'graphile-worker 0.18, as libs/jobs uses it',
    appUrl,
    enqueue: (client, work, { key, runAt, maxAttempts } = {}) =>
      jobs.enqueue(toSession(client), 'work', work, { jobKey: key, runAt, maxAttempts }),
    async start(concurrency, handle) {
      const handlers = { work: handle };
      runner = createJobRunner({ databaseUrl: appUrl, jobs, handlers, concurrency, log, metrics: new Registry() });
      await runner.start();
    },
    async stop() {
      await runner?.stop();
    },
    takeAndDie: (number) =>
      withClient(appUrl, async (client) => {
        const { rowCount } = await client.query(
          "update graphile_worker._private_jobs set locked_by = 'killed', locked_at = now(), attempts = 1 where payload->'payload'->>'number' = $1",
          [number],
        );
        if (rowCount !== 1) throw new Error(`${rowCount} jobs taken`);
      }),
    close: () => Promise.resolve(),
  };
}
