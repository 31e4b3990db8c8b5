import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { z } from 'zod';
import { connectKafkaAdmin } from '@bindery/messaging';
import { createLog, kafkaSecurityConfig, readConfig, toKafkaSecurity } from '@bindery/service';
import { provisionServiceDatabase } from '@bindery/persistence';
import { applyChanges, compareWithFiles } from '../kafka/match-files';
import { services, type Service } from '../start/topology';

const shape = {
  ADMIN_DATABASE_URL: z.url().describe('the server, as a superuser'),
  OWNER_PASSWORD: z.string().describe('of the roles that own the tables'),
  APP_PASSWORD: z.string().describe('of the roles that the services run as'),
  KAFKA_BROKERS: z.string().describe('host:port, separated by commas'),
  ...kafkaSecurityConfig,
};

/** Makes databases, roles, tables and topics, or brings them up to date; harmless when all is there. */
async function main(): Promise<void> {
  const config = readConfig(shape, process.env);
  for (const service of services) await provisionService(service, config);
  for (const { words } of await provisionTopics(config.KAFKA_BROKERS.split(','), toKafkaSecurity(config)))
    console.log(words);
}

/** Topics and rights as infra/kafka says; answers what a person has to see to. */
async function provisionTopics(brokers: readonly string[], security: ReturnType<typeof toKafkaSecurity>) {
  const log = createLog({ service: 'provision', level: 'warn', format: 'json' });
  const admin = await connectKafkaAdmin({ brokers, security, service: 'provision', log });
  const { changes } = await compareWithFiles(admin);
  return applyChanges(admin, changes).finally(() => admin.close());
}

async function provisionService(
  service: Service,
  config: { ADMIN_DATABASE_URL: string; OWNER_PASSWORD: string; APP_PASSWORD: string },
): Promise<void> {
  const passwords = { owner: config.OWNER_PASSWORD, app: config.APP_PASSWORD };
  const { ownerUrl, appUrl } = await provisionServiceDatabase({
    adminUrl: config.ADMIN_DATABASE_URL,
    service,
    passwords,
  });
  const env = { ...process.env, MIGRATION_DATABASE_URL: ownerUrl, DATABASE_URL: appUrl };
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [...process.execArgv, require.resolve(`../../apps/${service}/src/migrate`), 'up'],
    { env },
  );
  console.log(`${service}: ${stdout.trim()}`);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
