import { addSubgraph } from '@bindery/subgraph';
import { createHttpHost, createLog, createMetrics, runProgram, runService } from '@bindery/service';
import { composeVerification } from './composition-root';
import { readVerificationConfig } from './verification.config';

async function main(): Promise<void> {
  const config = readVerificationConfig();
  const { HOST: host, PORT: port, ROLES: roles, GATEWAY_KEYS: gatewayKeys } = config;
  const log = createLog({ service: 'verification', level: config.LOG_LEVEL, format: config.LOG_FORMAT });
  const metrics = createMetrics('verification');
  const { dataSource, subgraph, connections, parts } = await composeVerification(config, { log, metrics });
  const http = createHttpHost({
    host,
    port,
    drainGraceMs: config.DRAIN_GRACE_MS,
    log,
    metrics,
    isReady: async () => Boolean(await dataSource.query('SELECT 1')),
  });
  if (roles.includes('api')) await addSubgraph(http.app, { name: 'verification', subgraph, gatewayKeys, log });
  const background = (['relay', 'consumers', 'jobs'] as const)
    .filter((role) => roles.includes(role))
    .map((role) => parts[role]);
  await runService({ log, components: [connections, ...background, http] });
}

runProgram(main);
