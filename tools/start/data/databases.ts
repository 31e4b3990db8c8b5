import { provisionEventLog } from '@bindery/messaging';
import {
  closeServersOwnDatabases,
  ensureRole,
  provisionDatabase,
  provisionServiceDatabase,
  withClient,
  type ServiceDatabase,
} from '@bindery/persistence';
import { digestOfSchemas, isPrepared, rememberPrepared, servicesWithPending } from './prepared';
import { logins, passwordOf, superuser, urlFor } from './passwords';
import type { Processes } from '../processes/processes';
import { sandboxOf } from '../processes/development';
import { mainFileOf } from '../processes/programs';
import { readers, services, type Ports, type Reader, type Service } from '../topology';

export interface Databases {
  readonly services: Readonly<Record<Service, ServiceDatabase>>;
  /** The event log, as each service's user, and as those who may only read. */
  readonly eventLogUrls: Readonly<Record<Service | Reader, string>>;
}

/** Makes what is missing of databases and roles and brings every schema up to date; quick when all is there. */
export async function prepareDatabases(processes: Processes, data: string, ports: Ports): Promise<Databases> {
  const { postgres: port } = ports;
  const adminUrl = urlFor(data, port, 'postgres', superuser);
  const databases = toDatabases(data, port);
  const digest = digestOfSchemas(logins.map((login) => passwordOf(data, login)));
  const prepared = await isPrepared(adminUrl, digest);
  if (!prepared) await provision(data, port, adminUrl);
  const pending = prepared ? await servicesWithPending(databases.services) : services;
  await Promise.all(
    pending.map((service) => {
      const { ownerUrl, appUrl } = databases.services[service];
      return processes.run(`${service} migrations`, mainFileOf(service, 'migrate.ts'), ['up'], {
        MIGRATION_DATABASE_URL: ownerUrl,
        DATABASE_URL: appUrl,
        ...sandboxOf(ports),
      });
    }),
  );
  if (!prepared) await rememberPrepared(adminUrl, digest);
  return databases;
}

const usersOfEventLog = [...services, ...readers];

/** The analyst moves groups of its own; the gateway has none. */
const groupOf = (user: Service | Reader) => (user === 'gateway' ? {} : { service: user });

async function provision(data: string, port: number, adminUrl: string): Promise<void> {
  await closeServersOwnDatabases(adminUrl);
  for (const service of services) {
    const passwords = { owner: passwordOf(data, `${service}_owner`), app: passwordOf(data, `${service}_app`) };
    await provisionServiceDatabase({ adminUrl, service, passwords });
  }
  const login = 'event_log_owner';
  await provisionDatabase(adminUrl, 'event_log', { login, password: passwordOf(data, login) });
  await withClient(adminUrl, async (admin) => {
    for (const reader of readers) await ensureRole(admin, `${reader}_app`, passwordOf(data, `${reader}_app`));
    await closeOtherLogins(admin);
  });
  await provisionEventLog(
    urlFor(data, port, 'event_log', login),
    usersOfEventLog.map((name) => ({ login: `${name}_app`, ...groupOf(name) })),
  );
}

/** The server is ours alone: a login that an earlier version had is nobody's now. */
async function closeOtherLogins(admin: Parameters<Parameters<typeof withClient>[1]>[0]): Promise<void> {
  const { rows } = await admin.query<{ statement: string }>(
    `SELECT format('ALTER ROLE %I NOLOGIN PASSWORD NULL', rolname) AS statement FROM pg_roles WHERE rolcanlogin AND rolname <> ALL ($1)`,
    [logins],
  );
  for (const { statement } of rows) await admin.query(statement);
}

function toDatabases(data: string, port: number): Databases {
  const urls = services.map((service) => [
    service,
    {
      ownerUrl: urlFor(data, port, service, `${service}_owner`),
      appUrl: urlFor(data, port, service, `${service}_app`),
    },
  ]);
  return {
    services: Object.fromEntries(urls) as Databases['services'],
    eventLogUrls: Object.fromEntries(
      usersOfEventLog.map((name) => [name, urlFor(data, port, 'event_log', `${name}_app`)]),
    ) as Databases['eventLogUrls'],
  };
}
