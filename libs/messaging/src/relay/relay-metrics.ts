import type { Metrics } from '@bindery/observability';
import { Counter, Gauge } from 'prom-client';

export function createRelayMetrics(registers: Metrics) {
  return {
    active: new Gauge({ name: 'bindery_relay_active', help: '1 while this process is the relay of its service', registers: [registers] }),
    published: new Counter({ name: 'bindery_relay_published_total', help: 'events moved from the outbox into the event log', registers: [registers] }),
    failures: new Counter({ name: 'bindery_relay_failures_total', help: 'batches that could not be published and were tried again', registers: [registers] }),
    oldestSeconds: new Gauge({ name: 'bindery_outbox_oldest_seconds', help: 'age of the oldest event not yet published', registers: [registers] }),
  };
}

export type RelayMetrics = ReturnType<typeof createRelayMetrics>;
