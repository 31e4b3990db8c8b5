import { createLog, readConfig, runProgram, runService } from '@bindery/service';
import { createSimulator } from './composition-root';
import { providerSimulatorConfigShape } from './provider-simulator.config';

async function main(): Promise<void> {
  const config = readConfig(providerSimulatorConfigShape, process.env);
  const log = createLog({ service: 'provider-simulator', level: config.LOG_LEVEL, format: config.LOG_FORMAT });
  const { components } = await createSimulator(config, log);
  await runService({ log, components });
}

runProgram(main);
