import { bringPlatformClock, toConnection } from '@bindery/persistence';
import { runMigrations } from 'graphile-worker';
import { Client, Pool, escapeIdentifier } from 'pg';

/**
 * Creates or updates the tables of the job library as the owner, and lets the app user add and run jobs. Safe to repeat;
 * to be run before any runner of the new version starts.
 */
export async function migrateJobs(ownerUrl: string, appUser: string): Promise<void> {
  const pool = new Pool({ ...toConnection(ownerUrl), max: 2 });
  pool.on('error', () => undefined).on('connect', (client) => client.on('error', () => undefined));
  await runMigrations({ pgPool: pool }).finally(() => pool.end());
  const client = new Client(toConnection(ownerUrl));
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query('begin');
    await client.query(poolsTable);
    await bringPlatformClock(client);
    for (const statement of grants(escapeIdentifier(appUser))) await client.query(statement);
    await letThroughRowSecurity(client, escapeIdentifier(appUser));
    await client.query('commit');
  } finally {
    await client.end();
  }
}

const poolsTable = `create table if not exists job_pools (
  pool_id text primary key,
  seen_at timestamptz not null default clock_timestamp()
)`;

const grants = (app: string) => [
  `grant usage on schema graphile_worker to ${app}`,
  `grant select, insert, update, delete on all tables in schema graphile_worker to ${app}`,
  `grant usage, select on all sequences in schema graphile_worker to ${app}`,
  `grant execute on all functions in schema graphile_worker to ${app}`,
  `grant select, insert, update, delete on job_pools to ${app}`,
];

/** The library switches on row security without a policy, which shuts out everybody but the owner. */
async function letThroughRowSecurity(client: Client, app: string): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    "select relname as name from pg_class where relnamespace = 'graphile_worker'::regnamespace and relrowsecurity",
  );
  for (const { name } of rows) {
    const table = `graphile_worker.${escapeIdentifier(name)}`;
    await client.query(`drop policy if exists app_user on ${table}`);
    await client.query(`create policy app_user on ${table} to ${app} using (true) with check (true)`);
  }
}
