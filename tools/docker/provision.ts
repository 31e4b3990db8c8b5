import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { z } from 'zod';
import { connectKafkaAdmin } from '@bindery/messaging';
import { createLog, kafkaSecurityConfig, readConfig, toKafkaSecurity } from '@bindery/service';
import { closeServersOwnDatabases, provisionServiceDatabase } from '@bindery/persistence';
import { applyChanges, compareWithFiles } from '../kafka/match-files';
import { passwordOf } from '../start/data/passwords';
import { settlePasswords } from '../start/data/rotate';
import { services, type Service } from '../start/topology';
import { databaseOf, passwordsParent } from './compose-environment';

const shape = {
  ADMIN_DATABASE_URL: z.url().describe('the server, as a superuser'),
  KAFKA_BROKERS: z.string().describe('host:port, separated by commas'),
  ...kafkaSecurityConfig,
};

/** Makes databases, roles, tables and topics, or brings them up to date; harmless when all is there. */
async function main(): Promise<void> {
  const config = readConfig(shape, process.env);
  await settlePasswords(passwordsParent, config.ADMIN_DATABASE_URL);
  await closeServersOwnDatabases(config.ADMIN_DATABASE_URL);
  for (const service of services) await provisionService(service, config.ADMIN_DATABASE_URL);
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

async function provisionService(service: Service, adminUrl: string): Promise<void> {
  const passwords = {
    owner: passwordOf(passwordsParent, `${service}_owner`),
    app: passwordOf(passwordsParent, `${service}_app`),
  };
  await provisionServiceDatabase({ adminUrl, service, passwords });
  const { ownerUrl, appUrl } = databaseOf(service);
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
