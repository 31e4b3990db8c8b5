import { createLog, createMetrics, joinSandboxClock, runProgram, runService } from '@bindery/service';
import type { ComposedService } from './compose-service';
import type { ServiceConfig, Surroundings } from './foundation';

/** The whole of a service's `src/main.ts`: reads the configuration, composes, runs until told to stop. */
export function runSubgraph<Configuration extends ServiceConfig>(
  name: string,
  readConfig: () => Configuration,
  compose: (config: Configuration, surroundings: Surroundings) => Promise<Pick<ComposedService, 'components'>>,
): void {
  runProgram(async () => {
    const config = readConfig();
    const log = createLog({ service: name, level: config.LOG_LEVEL, format: config.LOG_FORMAT });
    const sandbox = await joinSandboxClock({ url: config.SANDBOX_CLOCK_URL, program: name, log });
    const { components } = await compose(config, { log, metrics: createMetrics(name) });
    await runService({ log, components: [...sandbox, ...components] });
  });
}
