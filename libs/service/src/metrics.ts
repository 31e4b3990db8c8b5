import { collectDefaultMetrics, Registry } from 'prom-client';

/** A program's own metrics registry, with Node's process metrics in it; served at `/metrics`. */
export function createMetrics(service: string): Registry {
  const registry = new Registry();
  registry.setDefaultLabels({ service });
  collectDefaultMetrics({ register: registry });
  return registry;
}

export type Metrics = Registry;
