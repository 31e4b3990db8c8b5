import type { Log, Metrics } from '@bindery/service';
import { Gauge } from 'prom-client';
import { pause } from '../connection/pause';
import { countOpenLetters } from '../dead-letters/dead-letter-store';
import type { SqlSession } from '../sql-session';
import type { ConsumerGroups } from '../transport/consumer-groups';

/** Often enough to see trouble coming, seldom enough to cost nothing. */
const lookEveryMs = 5_000;

interface LagDeps {
  readonly group: string;
  readonly groups: Pick<ConsumerGroups, 'places'> | undefined;
  readonly runInTransaction: <T>(work: (tx: SqlSession) => Promise<T>) => Promise<T>;
  readonly metrics: ReturnType<typeof createLagMetrics>;
  readonly log: Log;
  readonly stopping: AbortSignal;
}

export const createLagMetrics = (registers: Metrics) => ({
  lag: new Gauge({
    name: 'bindery_consumer_lag_events',
    help: 'events of the log that the group has not handled; each process of the group tells the same',
    labelNames: ['topic', 'partition'] as const,
    registers: [registers],
  }),
  deadLetters: new Gauge({
    name: 'bindery_dead_letters_open',
    help: 'messages put aside that wait for a decision',
    registers: [registers],
  }),
});

/** Looks again and again how far the group is behind, and how many dead letters wait, until told to stop. What cannot be seen now is not shown. */
export async function watchLag({ group, groups, runInTransaction, metrics, log, stopping }: LagDeps): Promise<void> {
  const unseen = (error: unknown) => log.debug({ err: error, group }, 'lag not seen');
  while (!stopping.aborted) {
    const places = await groups?.places(group).catch(unseen);
    metrics.lag.reset();
    for (const { topic, partition, offset, end } of places ?? [])
      metrics.lag.set({ topic, partition }, Number(BigInt(end) - BigInt(offset)));
    const open = await runInTransaction((tx) => countOpenLetters(tx, group)).catch(unseen);
    if (open !== undefined) metrics.deadLetters.set(open);
    await pause(lookEveryMs, stopping);
  }
}
