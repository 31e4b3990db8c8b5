import type { BinderyEvent } from '@bindery/event-contracts';
import type { Metrics } from '@bindery/observability';
import { Counter, Histogram } from 'prom-client';

export function createConsumerMetrics(registers: Metrics) {
  const handled = new Counter({
    name: 'bindery_consumer_events_total',
    help: 'messages that came, by event type and outcome: handled, duplicate, skipped or dead',
    labelNames: ['type', 'outcome'] as const,
    registers: [registers],
  });
  const delaySeconds = new Histogram({
    name: 'bindery_consumer_delay_seconds',
    help: 'from the writing of an event to the end of its handling',
    buckets: [0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.5, 1, 5, 30, 300],
    registers: [registers],
  });
  return {
    handled,
    retries: new Counter({ name: 'bindery_consumer_retries_total', help: 'tries that failed', labelNames: ['type'] as const, registers: [registers] }),
    /** An event's effect is committed, now or, if not fresh, before. */
    done(event: BinderyEvent, fresh: boolean): void {
      handled.inc({ type: event.type, outcome: fresh ? 'handled' : 'duplicate' });
      delaySeconds.observe(Math.max(0, Date.now() - Date.parse(event.time)) / 1_000);
    },
  };
}

export type ConsumerMetrics = ReturnType<typeof createConsumerMetrics>;
