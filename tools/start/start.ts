import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Listr } from 'listr2';
import { toBoard } from './board';
import { takeDataFolder } from './data-folder';
import { prepareDatabases, type Databases } from './databases';
import { ensureDemoAccounts, type DemoAccount } from './demo-accounts';
import { checkPortsFree } from './free-ports';
import { startKafka } from './kafka';
import { startPostgres } from './postgres';
import { createProcesses, type Processes } from './processes';
import { toPrograms } from './programs';
import { readOrMakeSecrets, type Secrets } from './secrets';
import { StartError } from './start-error';
import { readStartOptions, type StartOptions } from './start-options';
import { portsFrom, type Ports, type Service } from './topology';
import { waitReady } from './wait-ready';

/** What the steps of a start find out, each for those after it. */
interface Progress {
  release: () => void;
  secrets: Secrets;
  databases: Databases;
  kafkaBrokers?: string;
  accounts: readonly DemoAccount[];
}

/** Starts everything, shows the board, waits for Ctrl-C, stops everything. Answers the exit code. */
export async function start(argv: readonly string[]): Promise<number> {
  const begun = performance.now();
  const options = readStartOptions(argv);
  const ports = portsFrom(options.port);
  const processes = createProcesses(options.data, options);
  const progress: Partial<Progress> = {};
  const stopAsked = new Promise<'stop'>((resolve) => {
    process.once('SIGINT', () => resolve('stop'));
    process.once('SIGTERM', () => resolve('stop'));
  });
  const steps = toSteps(options, ports, processes).run(progress as Progress);
  steps.catch(() => undefined);
  let exitCode = 0;
  try {
    const outcome = await Promise.race([steps, stopAsked, processes.failure]);
    if (outcome !== 'stop') {
      console.log(toBoard(ports, options.data, progress.accounts ?? [], (performance.now() - begun) / 1000));
      await Promise.race([stopAsked, processes.failure]);
    }
    console.log('\nStopping …');
  } catch (error) {
    exitCode = 1;
    console.error(toWords(error));
  }
  await processes.stopAll();
  progress.release?.();
  console.log('Stopped. Nothing is left running.');
  return exitCode;
}

function toSteps(options: StartOptions, ports: Ports, processes: Processes): Listr<Progress> {
  return new Listr<Progress>(
    [
      {
        title: 'Data folder and ports',
        async task(progress) {
          progress.release = takeDataFolder(options.data, options.reset);
          await checkPortsFree(ports);
          progress.secrets = await readOrMakeSecrets(options.data);
        },
      },
      { title: 'PostgreSQL', task: ({ secrets }) => startPostgres(processes, options.data, ports.postgres, secrets.postgresPassword) },
      {
        title: 'Apache Kafka',
        enabled: options.kafka,
        task: async (progress) => void (progress.kafkaBrokers = await startKafka(processes, options.data, ports.kafka)),
      },
      {
        title: 'Databases and migrations',
        async task(progress) {
          progress.databases = await prepareDatabases(processes, ports.postgres, progress.secrets);
          const { kafkaBrokers, databases } = progress;
          const address = kafkaBrokers ? { kafkaBrokers: [kafkaBrokers] } : { eventLogUrl: databases.eventLogUrls.analytics };
          writeFileSync(join(options.data, 'event-log.json'), JSON.stringify(address), { mode: 0o600 });
        },
      },
      {
        title: 'Services',
        task: (progress, task) => {
          const programs = toPrograms({ data: options.data, ports, secrets: progress.secrets, databases: progress.databases.services, eventLog: (service) => toEventLog(progress, service) });
          for (const { name, main, env } of programs) processes.spawn(name, main, env);
          let failed = false;
          processes.failure.catch(() => (failed = true));
          return task.newListr(
            programs.map((program) => ({ title: program.name, task: () => waitReady(program, () => failed) })),
            { concurrent: true },
          );
        },
      },
      {
        title: 'Demo accounts',
        task: async (progress) => void (progress.accounts = await ensureDemoAccounts(options.data, ports)),
      },
    ],
    // A terminal sees the steps move; a log file gets one line for each.
    { fallbackRenderer: 'simple', rendererOptions: { collapseSubtasks: true, showErrorMessage: false }, fallbackRendererOptions: { failedMessage: '' } as never },
  );
}

function toEventLog({ databases, kafkaBrokers }: Progress, service: Service) {
  return kafkaBrokers ? { KAFKA_BROKERS: kafkaBrokers } : { EVENT_LOG_URL: databases.eventLogUrls[service] };
}

function toWords(error: unknown): string {
  if (error instanceof StartError) return `\n${error.message}\n→ ${error.remedy}`;
  return `\nThe start failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
}
