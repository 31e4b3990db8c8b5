import { Counter } from 'prom-client';
import type { Metrics } from '@bindery/service';

/** Counts what the door refuses, by code: `gateway_refusals_total`. */
export function createRefusalMetrics(metrics: Metrics): (code: string) => void {
  const refusals = new Counter({
    name: 'gateway_refusals_total',
    help: 'Errors that concern a request as a whole, by code',
    labelNames: ['code'],
    registers: [metrics],
  });
  return (code) => refusals.inc({ code });
}
