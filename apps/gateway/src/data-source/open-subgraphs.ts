import type { Log, Metrics } from '@bindery/service';
import { createGatewaySigner, toGatewayKeys } from '@bindery/trust';
import type { Subgraphs } from '../execution/subgraph';
import type { GatewayConfig } from '../gateway.config';
import { SubgraphDataSource } from './subgraph-data-source';
import { createSubgraphMetrics } from './subgraph-metrics';

/** Every subgraph that has URLs. `close` gives their connections back. */
export function openSubgraphs(
  config: Pick<GatewayConfig, 'SUBGRAPH_URLS' | 'SUBGRAPH_KEYS' | 'SUBGRAPH_TIMEOUT_MS'>,
  log: Log,
  metrics: Metrics,
): { readonly subgraphs: Subgraphs; readonly close: () => Promise<void> } {
  const keys: Readonly<Record<string, Readonly<Record<string, string>>>> = config.SUBGRAPH_KEYS;
  const metricsOf = createSubgraphMetrics(metrics, config.SUBGRAPH_TIMEOUT_MS);
  const sources = Object.entries(config.SUBGRAPH_URLS).map(
    ([name, urls]) =>
      [
        name,
        new SubgraphDataSource({
          name,
          urls,
          sign: createGatewaySigner(name, toGatewayKeys(keys[name] ?? {})),
          // What it is where nothing is set: libs/service/src/time-budget.ts.
          timeoutMs: config.SUBGRAPH_TIMEOUT_MS,
          log,
          metrics: metricsOf(name),
        }),
      ] as const,
  );
  return {
    subgraphs: Object.fromEntries(sources),
    close: async () => void (await Promise.all(sources.map(([, source]) => source.close()))),
  };
}
