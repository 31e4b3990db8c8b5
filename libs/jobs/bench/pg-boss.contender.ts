import { withClient, type ServiceDatabase } from '@bindery/persistence';
import { PgBoss, type Job, type JobResult } from 'pg-boss';
import type { Contender, Work } from './contender';

const queue = 'work';

/** The shortest that pg-boss takes. */
const heartbeatSeconds = 10;

/** pg-boss with what its documentation offers for a quick start of jobs and a quick end of those whose process died. */
export async function createPgBoss({ ownerUrl, appUrl }: ServiceDatabase): Promise<Contender> {
  const installer = new PgBoss({ connectionString: ownerUrl, supervise: false, schedule: false });
  installer.on('error', () => undefined);
  await installer.start();
  await installer.createQueue(queue, {
    notify: true,
    heartbeatSeconds,
    retryLimit: 25,
    retryDelay: 1,
    retryBackoff: true,
  });
  await installer.stop();
  const boss = new PgBoss({
    connectionString: appUrl,
    migrate: false,
    createSchema: false,
    useListenNotify: true,
    max: 6,
    superviseIntervalSeconds: 5,
    monitorIntervalSeconds: 5,
    maintenanceIntervalSeconds: 60,
  });
  boss.on('error', () => undefined);
  await boss.start();
  return {
    name: 'pg-boss 12.38',
    appUrl,
    async enqueue(client, work, { key, runAt, maxAttempts } = {}) {
      const options = {
        db: { executeSql: (text: string, values?: unknown[]) => client.query(text, values) },
        startAfter: runAt,
        ...(maxAttempts && { retryLimit: maxAttempts - 1 }),
      };
      if (key) await boss.upsert(queue, work, { ...options, singletonKey: key });
      else await boss.send(queue, work, options);
    },
    async start(concurrency, handle) {
      // Workers of one job each would rest a second between two jobs; of a batch they fetch on while it is full.
      const options = {
        batchSize: concurrency,
        burstWhenBatchFull: true,
        perJobResults: true,
        pollingIntervalSeconds: 1,
        notifyPollingIntervalSeconds: 1,
      } as const;
      await boss.work(queue, options, (taken: Job<Work>[]) => Promise.all(taken.map((job) => settle(job, handle))));
    },
    stop: () => boss.offWork(queue, { wait: true }),
    async takeAndDie(number) {
      // What connections that went have left may come first.
      for (let taken: readonly Job<Work>[] = []; !taken.some(({ data }) => data.number === number);)
        taken = await boss.fetch<Work>(queue);
    },
    async close() {
      await boss.stop({ graceful: false });
      await withClient(ownerUrl, (owner) => owner.query('drop schema pgboss cascade'));
    },
  };
}

const settle = ({ id, data }: Job<Work>, handle: (work: Work) => Promise<void>): Promise<JobResult> =>
  handle(data).then(
    () => ({ id, status: 'completed' as const }),
    (error: unknown) => ({ id, status: 'failed' as const, output: String(error) }),
  );
