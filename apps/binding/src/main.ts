import { addSubgraph } from '@bindery/subgraph';
import { createHttpHost, createLog, createMetrics, runProgram, runService } from '@bindery/service';
import { readBindingConfig } from './binding.config';
import { composeBinding } from './composition-root';

async function main(): Promise<void> {
  const config = readBindingConfig();
  const { HOST: host, PORT: port, ROLES: roles, GATEWAY_KEYS: gatewayKeys } = config;
  const log = createLog({ service: 'binding', level: config.LOG_LEVEL, format: config.LOG_FORMAT });
  const metrics = createMetrics('binding');
  const { dataSource, subgraph, addProviderRoutes, connections, parts } = composeBinding(config, { log, metrics });
  const http = createHttpHost({
    host,
    port,
    drainGraceMs: config.DRAIN_GRACE_MS,
    log,
    metrics,
    isReady: async () => Boolean(await dataSource.query('SELECT 1')),
  });
  if (roles.includes('api')) {
    await addSubgraph(http.app, { name: 'binding', subgraph, gatewayKeys, log });
    await addProviderRoutes(http.app);
  }
  const background = (['relay', 'consumers', 'jobs'] as const)
    .filter((role) => roles.includes(role))
    .map((role) => parts[role]);
  await runService({ log, components: [connections, ...background, http] });
}

runProgram(main);
