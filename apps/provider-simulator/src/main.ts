import { createLog } from '@bindery/observability';
import { ConfigError, readConfig } from '@bindery/service-config';
import { runService } from '@bindery/service-host';
import { createSimulator } from './composition-root';
import { providerSimulatorConfigShape } from './provider-simulator.config';
import { StateFileBroken } from './state/journal';

async function main(): Promise<void> {
  const config = readConfig(providerSimulatorConfigShape, process.env);
  const log = createLog({ service: 'provider-simulator', level: config.LOG_LEVEL, format: config.LOG_FORMAT });
  const { components } = await createSimulator(config, log);
  await runService({ log, components });
}

main().catch((error: unknown) => {
  const isForPeople = error instanceof ConfigError || error instanceof StateFileBroken;
  process.stderr.write(`provider-simulator: ${isForPeople ? error.message : String(error instanceof Error ? error.stack : error)}\n`);
  process.exit(1);
});
