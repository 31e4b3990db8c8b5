import type { Log, Metrics } from '@bindery/service';
import { keepConnected, type Kept } from '../connection/keep-connected';
import { createWake } from '../connection/wake';
import type { ServiceTransport } from '../transport/transport';
import type { RelayStep } from './move-events';
import { createRelayMetrics } from './relay-metrics';
import { relayWhileConnected } from './relay-session';

/** What the relay of a service needs. */
export interface RelayDeps {
  readonly service: string;
  /** The service's own database; the relay keeps one connection of its own, which holds the lock. */
  readonly databaseUrl: string;
  readonly transport: Pick<ServiceTransport, 'openPublisher'>;
  readonly log: Log;
  readonly metrics: Metrics;
  /** Told of each step, for tests of crashes between two of them. */
  readonly onStep?: (step: RelayStep) => void;
}

/** The relay of one service in this process; whether it is the one at work is settled by a lock. */
export interface Relay {
  start(): Promise<void>;
  /** Says that something was committed; cheap, may be called after each commit, also before start and after stop. */
  wake(): void;
  /** Finishes what is being sent, or gives it up after 5 s, and lets another relay take over. */
  stop(): Promise<void>;
}

/** Moves the outbox into the event log. Only one relay per service is at work, however many are started. */
export function createRelay({
  service,
  databaseUrl,
  transport,
  log,
  metrics: registry,
  onStep = () => undefined,
}: RelayDeps): Relay {
  const wake = createWake();
  const metrics = createRelayMetrics(registry);
  let kept: Kept | undefined;

  return {
    start() {
      kept ??= keepConnected({ url: databaseUrl, name: `${service} relay`, log }, (client, ended) => {
        ended.addEventListener('abort', wake.signal);
        return relayWhileConnected({ client, ended, wake, transport, log, metrics, onStep });
      });
      return Promise.resolve();
    },
    wake: wake.signal,
    async stop() {
      await kept?.stop();
      kept = undefined;
    },
  };
}
