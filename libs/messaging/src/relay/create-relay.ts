import type { Log, Metrics } from '@bindery/observability';
import type { Transport } from '../transport/transport';

export interface RelayDeps {
  readonly service: string;
  /** The service's own database; the relay keeps one connection of its own, which holds the lock. */
  readonly databaseUrl: string;
  readonly transport: Transport;
  readonly log: Log;
  readonly metrics: Metrics;
}

export interface Relay {
  start(): Promise<void>;
  /** Says that something was committed; cheap, may be called after each commit, also before start and after stop. */
  wake(): void;
  /** Finishes the batch being sent and lets another relay take over. */
  stop(): Promise<void>;
}

/** Moves the outbox into the event log. Only one relay per service is at work, however many are started. */
export function createRelay(deps: RelayDeps): Relay {
  throw new Error(`not built yet ${deps.service}`);
}
