import {
  addCompression,
  createHttpHost,
  createLog,
  createMetrics,
  readConfig,
  runProgram,
  runService,
} from '@bindery/service';
import { addExplorer } from './explorer/explorer';
import { createGateway } from './gateway';
import { gatewayConfigShape, readTls } from './gateway.config';
import { createReadiness } from './readiness';

async function main(): Promise<void> {
  const config = readConfig(gatewayConfigShape, process.env);
  const log = createLog({ service: 'gateway', level: config.LOG_LEVEL, format: config.LOG_FORMAT });
  const metrics = createMetrics('gateway');
  const subgraphsAnswered = createReadiness(Object.values(config.SUBGRAPH_URLS));
  const host = createHttpHost({
    host: config.HOST,
    port: config.PORT,
    drainGraceMs: config.DRAIN_GRACE_MS,
    tls: readTls(config),
    log,
    metrics,
    isReady: async () => (await subgraphsAnswered()) && gateway.knowsWhoIsSignedIn(),
    trustProxy: config.TRUST_PROXY?.split(','),
  });
  await addCompression(host.app);
  const gateway = await createGateway(host.app, config, log, metrics);
  if (config.NODE_ENV !== 'production') await addExplorer(host.app);
  await runService({ log, components: [gateway, host] });
}

runProgram(main);
