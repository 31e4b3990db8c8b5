import { join } from 'node:path';
import { toConnection, withPassfile } from '@bindery/persistence';
import { Client } from 'pg';
import { portOf, services, type Service } from './services';
import { data, port } from './the-system';

export type Database = Service | 'event_log';
export const databases: readonly Database[] = [...services, 'event_log'];

/** Asks a database of the running system as its superuser: tests look at what really stands there. */
export const rowsOf = <Row extends object>(
  database: Database,
  sql: string,
  parameters: unknown[] = [],
): Promise<Row[]> => rowsIn<Row>({ port, data }, database, sql, parameters);

/** The same for a system that a test has started for itself. */
export async function rowsIn<Row extends object>(
  { port, data }: { readonly port: number; readonly data: string },
  database: Database,
  sql: string,
  parameters: unknown[] = [],
): Promise<Row[]> {
  const url = `postgres://127.0.0.1:${portOf('postgres', port)}/${database}`;
  const client = new Client(
    toConnection(withPassfile(url, 'postgres', join(data, 'passwords', 'postgres', 'passfile'))),
  );
  await client.connect();
  try {
    return (await client.query<Row>(sql, parameters)).rows;
  } finally {
    await client.end();
  }
}

/** Every row of every table of a database as one line of text, the tables of its job queue included. */
export async function dump(database: Database): Promise<string[]> {
  const tables = await rowsOf<{ name: string }>(
    database,
    `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema')`,
  );
  const dumped = await Promise.all(
    tables.map(({ name }) => rowsOf<{ line: string }>(database, `select '${name} ' || t::text as line from ${name} t`)),
  );
  return dumped.flat().map(({ line }) => line);
}
