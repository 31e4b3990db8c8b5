import { provisionEventLog } from '@bindery/messaging';
import { ensureRole, provisionServiceDatabase, withClient, withDatabase, withUser, type ServiceDatabase } from '@bindery/persistence';
import { mainFileOf } from './programs';
import type { Processes } from './processes';
import type { Secrets } from './secrets';
import { services, type Service } from './topology';

export interface Databases {
  readonly services: Readonly<Record<Service, ServiceDatabase>>;
  /** The event log, as each service's user, and as an analyst who may only read. */
  readonly eventLogUrls: Readonly<Record<Service | 'analytics', string>>;
}

/** Makes what is missing of databases and roles and brings every schema up to date; harmless when all is there. */
export async function prepareDatabases(processes: Processes, port: number, secrets: Secrets): Promise<Databases> {
  const adminUrl = `postgres://postgres:${encodeURIComponent(secrets.postgresPassword)}@127.0.0.1:${port}/postgres`;
  const passwords = { owner: secrets.ownerPassword, app: secrets.appPassword };
  const entries: [Service, ServiceDatabase][] = [];
  for (const service of services) entries.push([service, await provisionServiceDatabase({ adminUrl, service, passwords })]);
  const databases = Object.fromEntries(entries) as Record<Service, ServiceDatabase>;
  await Promise.all(
    services.map((service) => processes.run(`${service} migrations`, mainFileOf(service, 'migrate.ts'), ['up'], { MIGRATION_DATABASE_URL: databases[service].ownerUrl, DATABASE_URL: databases[service].appUrl })),
  );
  return { services: databases, eventLogUrls: await prepareEventLog(adminUrl, passwords) };
}

async function prepareEventLog(adminUrl: string, passwords: { owner: string; app: string }): Promise<Databases['eventLogUrls']> {
  const { ownerUrl } = await provisionServiceDatabase({ adminUrl, service: 'event_log', passwords });
  const readers = [...services, 'analytics'] as const;
  await withClient(adminUrl, (admin) => ensureRole(admin, 'analytics_app', passwords.app));
  await provisionEventLog(
    ownerUrl,
    readers.map((service) => ({ login: `${service}_app`, service })),
  );
  const url = (service: string) => withUser(withDatabase(adminUrl, 'event_log'), `${service}_app`, passwords.app);
  return Object.fromEntries(readers.map((service) => [service, url(service)])) as Record<Service | 'analytics', string>;
}
