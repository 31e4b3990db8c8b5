import { addSubgraph } from '@bindery/subgraph';
import { createHttpHost, createLog, createMetrics, runProgram, runService } from '@bindery/service';
import { composeIdentity } from './composition-root';
import { addJwksRoute } from './tokens/jwks.route';
import { readIdentityConfig } from './identity.config';

async function main(): Promise<void> {
  const config = readIdentityConfig();
  const { HOST: host, PORT: port, ROLES: roles, GATEWAY_KEYS: gatewayKeys } = config;
  const log = createLog({ service: 'identity', level: config.LOG_LEVEL, format: config.LOG_FORMAT });
  const metrics = createMetrics('identity');
  const { dataSource, subgraph, publishedKeys, connections, parts } = await composeIdentity(config, { log, metrics });
  const http = createHttpHost({
    host,
    port,
    drainGraceMs: config.DRAIN_GRACE_MS,
    log,
    metrics,
    isReady: async () => Boolean(await dataSource.query('SELECT 1')),
  });
  if (roles.includes('api')) {
    await addSubgraph(http.app, { name: 'identity', subgraph, gatewayKeys, log });
    addJwksRoute(http.app, publishedKeys);
  }
  const background = (['relay', 'jobs'] as const).filter((role) => roles.includes(role)).map((role) => parts[role]);
  await runService({ log, components: [connections, ...background, http] });
}

runProgram(main);
