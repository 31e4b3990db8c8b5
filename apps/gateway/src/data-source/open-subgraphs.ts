import type { Log, Metrics } from '@bindery/service';
import { createGatewaySigner, toGatewayKeys, type SignGatewayRequest } from '@bindery/trust';
import type { Subgraphs } from '../execution/subgraph';
import type { GatewayConfig } from '../gateway.config';
import { SubgraphDataSource } from './subgraph-data-source';
import { createSubgraphMetrics } from './subgraph-metrics';

/** Where a subgraph is, and what signs that the gateway asks. */
export function reachOf(
  name: string,
  config: Pick<GatewayConfig, 'SUBGRAPH_URLS' | 'SUBGRAPH_KEYS'>,
): { readonly urls: readonly string[]; readonly sign: SignGatewayRequest } {
  const urls: Readonly<Record<string, readonly string[]>> = config.SUBGRAPH_URLS;
  const keys: Readonly<Record<string, Readonly<Record<string, string>>>> = config.SUBGRAPH_KEYS;
  return { urls: urls[name] ?? [], sign: createGatewaySigner(name, toGatewayKeys(keys[name] ?? {})) };
}

/** Every subgraph that has URLs. `close` gives their connections back. */
export function openSubgraphs(
  config: Pick<GatewayConfig, 'SUBGRAPH_URLS' | 'SUBGRAPH_KEYS' | 'SUBGRAPH_TIMEOUT_MS'>,
  log: Log,
  metrics: Metrics,
): { readonly subgraphs: Subgraphs; readonly close: () => Promise<void> } {
  const metricsOf = createSubgraphMetrics(metrics, config.SUBGRAPH_TIMEOUT_MS);
  const sources = Object.keys(config.SUBGRAPH_URLS).map(
    (name) =>
      [
        name,
        new SubgraphDataSource({
          name,
          ...reachOf(name, config),
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
