import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { z } from 'zod';
import { partitionsPerTopic, topics } from '@bindery/event-contracts';
import { ensureKafkaTopics } from '@bindery/messaging';
import { createLog } from '@bindery/observability';
import { provisionServiceDatabase } from '@bindery/persistence';
import { readConfig } from '@bindery/service-config';
import { services, type Service } from '../start/topology';

const shape = {
  ADMIN_DATABASE_URL: z.url().describe('the server, as a superuser'),
  OWNER_PASSWORD: z.string().describe('of the roles that own the tables'),
  APP_PASSWORD: z.string().describe('of the roles that the services run as'),
  KAFKA_BROKERS: z.string().describe('host:port, separated by commas'),
  KAFKA_REPLICAS: z.coerce.number().int().positive().default(1).describe('brokers that hold a copy of each partition'),
};

/** Makes databases, roles, tables and topics, or brings them up to date; harmless when all is there. */
async function main(): Promise<void> {
  const config = readConfig(shape, process.env);
  for (const service of services) await provisionService(service, config);
  const log = createLog({ service: 'provision', level: 'warn', format: 'json' });
  await ensureKafkaTopics({ brokers: config.KAFKA_BROKERS.split(','), service: 'provision', log }, topics, partitionsPerTopic, config.KAFKA_REPLICAS);
}

async function provisionService(service: Service, config: { ADMIN_DATABASE_URL: string; OWNER_PASSWORD: string; APP_PASSWORD: string }): Promise<void> {
  const passwords = { owner: config.OWNER_PASSWORD, app: config.APP_PASSWORD };
  const { ownerUrl, appUrl } = await provisionServiceDatabase({ adminUrl: config.ADMIN_DATABASE_URL, service, passwords });
  const env = { ...process.env, MIGRATION_DATABASE_URL: ownerUrl, DATABASE_URL: appUrl };
  const { stdout } = await promisify(execFile)(process.execPath, [...process.execArgv, require.resolve(`../../apps/${service}/src/migrate`), 'up'], { env });
  console.log(`${service}: ${stdout.trim()}`);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
