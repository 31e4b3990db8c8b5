import { systemClock } from '@bindery/kernel';
import type { BinderyEvent } from '@bindery/event-contracts';
import type { Metrics } from '@bindery/service';
import { Counter, Gauge, Histogram } from 'prom-client';
import type { IncomingMessage } from '../transport/transport';

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
  const beganAt = new Map<string, { readonly topic: string; readonly partition: number; readonly writtenAt: number }>();
  new Gauge({
    name: 'bindery_consumer_oldest_seconds',
    help: 'age of the oldest event not handled yet of each partition this process is at work on',
    labelNames: ['topic', 'partition'] as const,
    registers: [registers],
    collect() {
      this.reset();
      for (const { topic, partition, writtenAt } of beganAt.values())
        this.set({ topic, partition }, Math.max(0, systemClock.nowMs() - writtenAt) / 1_000);
    },
  });
  return {
    handled,
    /** Remembers the first message as the oldest of its partition while the work on it lasts. */
    async whileInHand<T>(first: IncomingMessage | undefined, work: () => Promise<T>): Promise<T> {
      if (!first) return work();
      const { topic, partition, headers } = first;
      const name = `${topic}/${partition}`;
      beganAt.set(name, { topic, partition, writtenAt: Date.parse(headers.ce_time ?? '') || systemClock.nowMs() });
      return work().finally(() => beganAt.delete(name));
    },
    retries: new Counter({
      name: 'bindery_consumer_retries_total',
      help: 'tries that failed',
      labelNames: ['type'] as const,
      registers: [registers],
    }),
    /** An event's effect is committed, now or, if not fresh, before. */
    done(event: BinderyEvent, fresh: boolean): void {
      handled.inc({ type: event.type, outcome: fresh ? 'handled' : 'duplicate' });
      delaySeconds.observe(Math.max(0, systemClock.nowMs() - Date.parse(event.time)) / 1_000);
    },
  };
}

export type ConsumerMetrics = ReturnType<typeof createConsumerMetrics>;
