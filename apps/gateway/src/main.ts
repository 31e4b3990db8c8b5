import {
  addCompression,
  createHttpHost,
  createLog,
  createMetrics,
  joinSandboxClock,
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
  const sandbox = await joinSandboxClock({ url: config.SANDBOX_CLOCK_URL, program: 'gateway', log });
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
  if (config.NODE_ENV !== 'production') await addExplorer(host.app, config.SANDBOX_CLOCK_URL);
  await runService({ log, components: [...sandbox, gateway, host] });
}

runProgram(main);
