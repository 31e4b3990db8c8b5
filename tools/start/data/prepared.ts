import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { topics } from '@bindery/event-contracts';
import { withClient, type ServiceDatabase } from '@bindery/persistence';
import { root } from '../start-options';
import { readers, services, type Service } from '../topology';

// Making databases, roles and rights and asking four programs to migrate takes seconds. A server that was prepared by
// the same sources, as it says itself, needs none of it.

/** What decides how the databases look: the migrations, what they build on, and the packages with tables of their own. */
const schemaSources = [
  ...services.map((service) => `apps/${service}/migrations`),
  'libs/abuse-ledger/src',
  'libs/jobs/src',
  'libs/messaging/src',
  'libs/persistence/src',
  'tools/start/data',
];

/** Changes whenever the databases may have to look different, or their passwords changed. */
export function digestOfSchemas(passwords: readonly string[]): string {
  const hash = createHash('sha256')
    .update(JSON.stringify([passwords, topics, readers]))
    .update(readFileSync(join(root, 'package-lock.json')));
  for (const folder of schemaSources)
    for (const file of filesOf(folder)) hash.update(file).update(readFileSync(join(root, folder, file)));
  return hash.digest('hex');
}

const filesOf = (folder: string) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /(?<!\.spec)\.ts$/.test(file))
    .sort();

export function isPrepared(adminUrl: string, digest: string): Promise<boolean> {
  return withClient(adminUrl, async (admin) => {
    const { rowCount } = await admin.query(
      "SELECT FROM pg_tables WHERE schemaname = 'public' AND tablename = 'prepared'",
    );
    if (!rowCount) return false;
    return (await admin.query('SELECT FROM prepared WHERE digest = $1', [digest])).rowCount === 1;
  });
}

export function rememberPrepared(adminUrl: string, digest: string): Promise<void> {
  return withClient(adminUrl, async (admin) => {
    await admin.query('CREATE TABLE IF NOT EXISTS prepared (digest text NOT NULL)');
    await admin.query('TRUNCATE prepared');
    await admin.query('INSERT INTO prepared VALUES ($1)', [digest]);
  });
}

/** The services that lack a migration of theirs, e.g. because somebody took one back. */
export async function servicesWithPending(databases: Readonly<Record<Service, ServiceDatabase>>): Promise<Service[]> {
  const pending = await Promise.all(
    services.map(async (service) => ({ service, isPending: await hasPending(service, databases[service].ownerUrl) })),
  );
  return pending.filter(({ isPending }) => isPending).map(({ service }) => service);
}

/** A migration's file name begins with the number that its row in the table has. */
async function hasPending(service: Service, ownerUrl: string): Promise<boolean> {
  const { rows } = await withClient(ownerUrl, (client) =>
    client.query<{ timestamp: string }>('SELECT timestamp FROM migration'),
  );
  const done = new Set(rows.map(({ timestamp }) => timestamp));
  const wanted = readdirSync(join(root, 'apps', service, 'migrations')).flatMap(
    (file) => /^(\d+)-.*(?<!\.spec)\.ts$/.exec(file)?.[1] ?? [],
  );
  return wanted.some((timestamp) => !done.has(timestamp));
}
