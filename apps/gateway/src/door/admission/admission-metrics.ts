import { Gauge } from 'prom-client';
import type { Metrics } from '@bindery/service';
import type { Gate } from './gate';
import type { Lane } from './operation-lane';

/** What is measured of the gates, asked at each scrape. */
export function createAdmissionMetrics(metrics: Metrics, gates: Readonly<Record<Lane, Gate>>): void {
  new Gauge({
    name: 'gateway_operations',
    help: 'Operations at the gateway now: at work, waiting for a slot, and allowed at work at once',
    labelNames: ['kind', 'state'],
    registers: [metrics],
    collect() {
      for (const [kind, gate] of Object.entries(gates)) {
        this.set({ kind, state: 'at-work' }, gate.inFlight);
        this.set({ kind, state: 'waiting' }, gate.waiting);
        this.set({ kind, state: 'allowed' }, gate.slots);
      }
    },
  });
}
