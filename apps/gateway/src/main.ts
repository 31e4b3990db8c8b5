import {
  addCompression,
  createHttpHost,
  createLog,
  createMetrics,
  readConfig,
  runProgram,
  runService,
  toListeningAddress,
} from '@bindery/service';
import { addExplorer } from './explorer/explorer';
import { createGateway } from './gateway';
import { gatewayConfigShape, readTls } from './gateway.config';
import { refuseUnreadable } from './http/unreadable';

async function main(): Promise<void> {
  const config = readConfig(gatewayConfigShape, process.env);
  const log = createLog({ service: 'gateway', level: config.LOG_LEVEL, format: config.LOG_FORMAT });
  const metrics = createMetrics('gateway');
  const host = createHttpHost({
    ...toListeningAddress(config),
    tls: readTls(config),
    log,
    metrics,
    isReady: () => gateway.isReady(),
    trustProxy: config.TRUST_PROXY?.split(','),
    unreadable: refuseUnreadable(),
  });
  await addCompression(host.app);
  const gateway = await createGateway(host.app, config, log, metrics);
  if (config.NODE_ENV !== 'production') await addExplorer(host.app);
  await runService({ log, components: [gateway, host] });
}

runProgram(main);
