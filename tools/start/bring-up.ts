import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { prepareDatabases, type Databases } from './data/databases';
import { developmentOf } from './processes/development';
import { ensureDemoAccounts, type DemoAccount } from './demo-accounts';
import { startKafka } from './servers/kafka';
import { startPostgres } from './servers/postgres';
import type { Processes } from './processes/processes';
import { toPrograms, type Program } from './processes/programs';
import type { Progress } from './progress';
import { readOrMakeSecrets } from './data/secrets';
import type { StartOptions } from './start-options';
import type { Ports, Reader, Service } from './topology';
import { waitReady } from './processes/wait-ready';

/** The steps from an empty or a filled data folder to a system that answers, in order. Answers the demo accounts. */
export async function bringUp(
  { data, kafka, withoutConsumersOf }: StartOptions,
  ports: Ports,
  processes: Processes,
  { step }: Progress,
): Promise<readonly DemoAccount[]> {
  const secrets = await readOrMakeSecrets(data);
  await step('PostgreSQL', () => startPostgres(processes, data, ports.postgres));
  const kafkaBrokers = kafka ? await step('Apache Kafka', () => startKafka(processes, data, ports.kafka)) : undefined;
  const databases = await step('Databases and migrations', () => prepareDatabases(processes, data, ports));
  writeEventLogAddress(data, databases, kafkaBrokers);
  const eventLog = (reader: Service | Reader) =>
    kafkaBrokers ? { KAFKA_BROKERS: kafkaBrokers } : { EVENT_LOG_URL: databases.eventLogUrls[reader] };
  await step('Services', (note) =>
    startPrograms(toPrograms({ data, ports, secrets, databases: databases.services, withoutConsumersOf, eventLog }), {
      processes,
      ports,
      note,
    }),
  );
  return step('Demo accounts', () => ensureDemoAccounts(data, ports, processes.ending));
}

async function startPrograms(
  programs: readonly Program[],
  {
    processes,
    ports,
    note,
  }: { readonly processes: Processes; readonly ports: Ports; readonly note: (words: string) => void },
): Promise<void> {
  for (const { name, main, env } of programs) processes.spawn(name, main, { ...env, ...developmentOf(name, ports) });
  const waitingFor = new Set(programs.map(({ name }) => name));
  await Promise.all(
    programs.map(async (program) => {
      await waitReady(program, processes.ending);
      waitingFor.delete(program.name);
      if (waitingFor.size > 0) note(`waiting for ${[...waitingFor].join(', ')}`);
    }),
  );
}

/** Where `npm run demo` reads the events that it shows. */
function writeEventLogAddress(data: string, { eventLogUrls }: Databases, kafkaBrokers?: string): void {
  const address = kafkaBrokers ? { kafkaBrokers: [kafkaBrokers] } : { eventLogUrl: eventLogUrls.analytics };
  writeFileSync(join(data, 'event-log.json'), JSON.stringify(address), { mode: 0o600 });
}
