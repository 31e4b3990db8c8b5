import type { EventOf, EventType } from '@bindery/event-contracts';
import type { Log, Metrics } from '@bindery/observability';
import type { SqlSession } from '../sql-session';
import type { Transport } from '../transport/transport';

/** What a service does about events, by type. Handled once each, in order per key, in a transaction with the inbox row. */
export type EventHandlers<Tx extends SqlSession> = {
  readonly [Type in EventType]?: (event: EventOf<Type>, tx: Tx) => Promise<void>;
};

export interface ConsumersDeps<Tx extends SqlSession> {
  /** The consumer group; the service's name. */
  readonly group: string;
  readonly transport: Transport;
  /** `unitOfWork.run`. */
  readonly runInTransaction: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;
  readonly handlers: EventHandlers<Tx>;
  readonly log: Log;
  readonly metrics: Metrics;
}

export interface Consumers {
  start(): Promise<void>;
  /** Takes no more messages and waits for those being handled. */
  stop(): Promise<void>;
}

/** Consumes the topics of the types there are handlers for. */
export function createConsumers<Tx extends SqlSession>(deps: ConsumersDeps<Tx>): Consumers {
  throw new Error(`not built yet ${deps.group}`);
}
