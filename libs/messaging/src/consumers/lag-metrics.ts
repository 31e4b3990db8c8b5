import type { Log, Metrics } from '@bindery/service';
import { Gauge } from 'prom-client';
import { pause } from '../connection/pause';
import { countOpenLetters } from '../dead-letters/dead-letter-store';
import type { SqlSession } from '../sql-session';
import type { ConsumerGroups } from '../transport/consumer-groups';
import type { StalledPartitions } from './stalled-partitions';

/** Often enough to see trouble coming, seldom enough to cost nothing. */
const lookEveryMs = 5_000;

interface LagDeps {
  readonly group: string;
  readonly topics: readonly string[];
  readonly groups: Pick<ConsumerGroups, 'places'> | undefined;
  readonly stalled: StalledPartitions;
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
  stalled: new Gauge({
    name: 'bindery_consumer_stalled_seconds',
    help: 'since when a partition with events to handle has not advanced; not shown for one that does',
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
export async function watchLag(deps: LagDeps): Promise<void> {
  const { group, topics, groups, stalled, runInTransaction, metrics, log, stopping } = deps;
  const unseen = (error: unknown) => log.debug({ err: error, group }, 'lag not seen');
  while (!stopping.aborted) {
    const places = await groups?.places(group, topics).catch(unseen);
    metrics.lag.reset();
    metrics.stalled.reset();
    for (const { topic, partition, offset, end } of places ?? [])
      metrics.lag.set({ topic, partition }, Number(BigInt(end) - BigInt(offset)));
    stalled.look(places ?? [], performance.now());
    for (const { topic, partition, forMs, lag } of stalled.list()) {
      metrics.stalled.set({ topic, partition }, forMs / 1_000);
      log.error({ group, topic, partition, lag, seconds: Math.round(forMs / 1_000) }, 'events are not read');
    }
    const open = await runInTransaction((tx) => countOpenLetters(tx, group)).catch(unseen);
    if (open !== undefined) metrics.deadLetters.set(open);
    await pause(lookEveryMs, stopping);
  }
}
