import type { Metrics } from '@bindery/service';
import { Counter } from 'prom-client';

/** Told of each versioned event whether it was news; counts those that were not, because one as new or newer was here before. */
export type CountStale = (type: string, isNews: boolean) => void;

export function createCountStale(metrics: Metrics): CountStale {
  const stale = new Counter({
    name: 'bindery_consumer_stale_total',
    help: 'events overtaken by newer ones of the same aggregate',
    labelNames: ['type'] as const,
    registers: [metrics],
  });
  return (type, isNews) => {
    if (!isNews) stale.inc({ type });
  };
}
