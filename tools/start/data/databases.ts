import { provisionEventLog } from '@bindery/messaging';
import {
  ensureRole,
  provisionServiceDatabase,
  withClient,
  withDatabase,
  withUser,
  type ServiceDatabase,
} from '@bindery/persistence';
import { digestOfSchemas, isPrepared, rememberPrepared, servicesWithPending } from './prepared';
import type { Processes } from '../processes/processes';
import { mainFileOf } from '../processes/programs';
import type { Secrets } from './secrets';
import { readers, services, type Reader, type Service } from '../topology';

export interface Databases {
  readonly services: Readonly<Record<Service, ServiceDatabase>>;
  /** The event log, as each service's user, and as those who may only read. */
  readonly eventLogUrls: Readonly<Record<Service | Reader, string>>;
}

type Passwords = { readonly owner: string; readonly app: string };

/** Makes what is missing of databases and roles and brings every schema up to date; quick when all is there. */
export async function prepareDatabases(processes: Processes, port: number, secrets: Secrets): Promise<Databases> {
  const adminUrl = `postgres://postgres:${encodeURIComponent(secrets.postgresPassword)}@127.0.0.1:${port}/postgres`;
  const passwords = { owner: secrets.ownerPassword, app: secrets.appPassword };
  const databases = toDatabases(adminUrl, passwords);
  const digest = digestOfSchemas(passwords);
  const prepared = await isPrepared(adminUrl, digest);
  if (!prepared) await provision(adminUrl, passwords);
  const pending = prepared ? await servicesWithPending(databases.services) : services;
  await Promise.all(
    pending.map((service) => {
      const { ownerUrl, appUrl } = databases.services[service];
      return processes.run(`${service} migrations`, mainFileOf(service, 'migrate.ts'), ['up'], {
        MIGRATION_DATABASE_URL: ownerUrl,
        DATABASE_URL: appUrl,
      });
    }),
  );
  if (!prepared) await rememberPrepared(adminUrl, digest);
  return databases;
}

const logins = [...services, ...readers];

/** The analyst moves groups of its own; the gateway has none. */
const groupOf = (login: Service | Reader) => (login === 'gateway' ? {} : { service: login });

async function provision(adminUrl: string, passwords: Passwords): Promise<void> {
  for (const service of services) await provisionServiceDatabase({ adminUrl, service, passwords });
  const { ownerUrl } = await provisionServiceDatabase({ adminUrl, service: 'event_log', passwords });
  await withClient(adminUrl, async (admin) => {
    for (const reader of readers) await ensureRole(admin, `${reader}_app`, passwords.app);
  });
  await provisionEventLog(
    ownerUrl,
    logins.map((name) => ({ login: `${name}_app`, ...groupOf(name) })),
  );
}

function toDatabases(adminUrl: string, { owner, app }: Passwords): Databases {
  const urls = services.map((service) => {
    const database = withDatabase(adminUrl, service);
    return [
      service,
      { ownerUrl: withUser(database, `${service}_owner`, owner), appUrl: withUser(database, `${service}_app`, app) },
    ];
  });
  const eventLog = withDatabase(adminUrl, 'event_log');
  return {
    services: Object.fromEntries(urls) as Databases['services'],
    eventLogUrls: Object.fromEntries(
      logins.map((name) => [name, withUser(eventLog, `${name}_app`, app)]),
    ) as Databases['eventLogUrls'],
  };
}
