import { findContract } from '@bindery/event-contracts';
import type { Log, Metrics } from '@bindery/observability';
import { replayLetters } from '../dead-letters/replay-letters';
import type { SqlSession } from '../sql-session';
import type { GroupMember, ServiceTransport } from '../transport/transport';
import { createBatchHandler } from './batch-handler';
import { createConsumerMetrics } from './consumer-metrics';
import type { EventHandlers } from './event-handlers';
import { createMessageHandler } from './message-handler';

export interface ConsumersDeps<Tx extends SqlSession> {
  /** The consumer group; the service's name. */
  readonly group: string;
  readonly transport: Pick<ServiceTransport, 'consume'>;
  /** `unitOfWork.run`. */
  readonly runInTransaction: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;
  readonly handlers: EventHandlers<Tx>;
  readonly log: Log;
  readonly metrics: Metrics;
}

export interface Consumers {
  start(): Promise<void>;
  /** Takes no more messages and waits for those being handled; one that is between two tries comes again after a restart. */
  stop(): Promise<void>;
}

/** Consumes the topics of the types there are handlers for. */
export function createConsumers<Tx extends SqlSession>({ transport, metrics: registry, ...deps }: ConsumersDeps<Tx>): Consumers {
  const metrics = createConsumerMetrics(registry);
  const topics = topicsOf(Object.keys(deps.handlers));
  let running: { member: GroupMember; stopping: AbortController; replaying: Promise<void> } | undefined;

  return {
    async start() {
      if (running || !topics.length) return;
      const stopping = new AbortController();
      const handle = createMessageHandler({ ...deps, metrics, stopping: stopping.signal });
      const handleTogether = createBatchHandler({ ...deps, metrics });
      const member = await transport.consume({ group: deps.group, topics, handle, handleTogether });
      running = { stopping, member, replaying: replayLetters({ ...deps, stopping: stopping.signal }) };
    },
    async stop() {
      running?.stopping.abort();
      await Promise.all([running?.member.stop(), running?.replaying]);
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
