import { Counter } from 'prom-client';
import type { Metrics } from '@bindery/observability';

/** Counts an event that told nothing new, because one as new or newer was here before it. */
export type CountStale = (type: string, isNews: boolean) => void;

export function createCountStale(metrics: Metrics): CountStale {
  const stale = new Counter({ name: 'stale_events_total', help: 'Events overtaken by newer ones of the same aggregate', labelNames: ['type'], registers: [metrics] });
  return (type, isNews) => {
    if (!isNews) stale.inc({ type });
  };
}
