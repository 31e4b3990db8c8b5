import { findContract } from '@bindery/event-contracts';
import type { Log, Metrics } from '@bindery/service';
import { withTimeout } from '../connection/with-timeout';
import { replayLetters } from './replay-letters';
import type { SqlSession } from '../sql-session';
import type { ConsumerGroups } from '../transport/consumer-groups';
import type { GroupMember, ServiceTransport } from '../transport/transport';
import { createBatchHandler } from './batch-handler';
import { createConsumerMetrics } from './consumer-metrics';
import type { EventHandlers } from './event-handlers';
import { createStalledPartitions } from './stalled-partitions';
import { createLagMetrics, watchLag } from './lag-metrics';
import { createMessageHandler } from './message-handler';

/** What consumers of a service need. */
export interface ConsumersDeps<Tx extends SqlSession> {
  /** The consumer group; the service's name. */
  readonly group: string;
  /** One that knows its groups has the lag shown in the metrics. */
  readonly transport: Pick<ServiceTransport, 'consume'> & { readonly groups?: Pick<ConsumerGroups, 'places'> };
  /** `unitOfWork.run`. */
  readonly runInTransaction: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;
  readonly handlers: EventHandlers<Tx>;
  readonly log: Log;
  readonly metrics: Metrics;
}

/** The consumers of one service in this process. */
export interface Consumers {
  start(): Promise<void>;
  /** Takes no more messages and waits for those being handled; one that is between two tries comes again after a restart. */
  stop(): Promise<void>;
  /** What keeps them from their work, in words of ours: partitions that have events and do not advance. */
  problems(): readonly string[];
}

/** Consumes the topics of the types there are handlers for. */
export function createConsumers<Tx extends SqlSession>({
  transport,
  metrics: registry,
  ...deps
}: ConsumersDeps<Tx>): Consumers {
  const metrics = createConsumerMetrics(registry);
  const lagMetrics = createLagMetrics(registry);
  const topics = topicsOf(Object.keys(deps.handlers));
  const stalled = createStalledPartitions();
  let running: { member: GroupMember; stopping: AbortController; beside: Promise<unknown> } | undefined;

  return {
    async start() {
      if (running || !topics.length) return;
      const stopping = new AbortController();
      const handleOne = createMessageHandler({ ...deps, metrics, stopping: stopping.signal });
      const handleMany = createBatchHandler({ ...deps, metrics });
      const member = await transport.consume({
        group: deps.group,
        topics,
        handle: (message) => metrics.whileInHand(message, () => handleOne(message)),
        handleTogether: (messages) => metrics.whileInHand(messages[0], () => handleMany(messages)),
      });
      const letters = replayLetters({ ...deps, stopping: stopping.signal });
      const lag = watchLag({
        ...deps,
        topics,
        groups: transport.groups,
        stalled,
        metrics: lagMetrics,
        stopping: stopping.signal,
      });
      running = {
        stopping,
        member,
        beside: Promise.all([letters, withTimeout(lag, 1_000, stopping.signal).catch(() => undefined)]),
      };
    },
    problems: () =>
      stalled
        .list()
        .map(({ topic, partition, forMs }) => `${topic}/${partition} is not read since ${Math.round(forMs / 1_000)} s`),
    async stop() {
      running?.stopping.abort();
      await Promise.all([running?.member.stop(), running?.beside]);
      running = undefined;
    },
  };
}

function topicsOf(types: readonly string[]): string[] {
  const contracts = types.map((type) => findContract(type) ?? failUnknown(type));
  return [...new Set(contracts.map(({ topic }) => topic))].sort();
}

function failUnknown(type: string): never {
  throw new Error(`there is a handler for ${type}, which no contract declares`);
}
