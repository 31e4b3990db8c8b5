import type { Metrics } from '@bindery/service';
import { Counter, Gauge } from 'prom-client';

export function createRelayMetrics(registers: Metrics) {
  let oldestAt: Date | undefined;
  new Gauge({
    name: 'bindery_outbox_oldest_seconds',
    help: 'age of the oldest event not yet published',
    registers: [registers],
    collect() {
      // Now, not when it was last looked: while the log is away the age grows.
      this.set(oldestAt ? Math.max(0, Date.now() - oldestAt.getTime()) / 1_000 : 0);
    },
  });
  return {
    active: new Gauge({
      name: 'bindery_relay_active',
      help: '1 while this process is the relay of its service',
      registers: [registers],
    }),
    published: new Counter({
      name: 'bindery_relay_published_total',
      help: 'events moved from the outbox into the event log',
      registers: [registers],
    }),
    failures: new Counter({
      name: 'bindery_relay_failures_total',
      help: 'batches that could not be published and were tried again',
      registers: [registers],
    }),
    backlog: new Gauge({
      name: 'bindery_outbox_backlog_events',
      help: 'events not yet published, counted up to 100,000',
      registers: [registers],
    }),
    /** When the oldest event not yet published was written; undefined if there is none. */
    setOldest: (at: Date | undefined): void => void (oldestAt = at),
  };
}

export type RelayMetrics = ReturnType<typeof createRelayMetrics>;
