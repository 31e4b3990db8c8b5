import { toConnection } from '@bindery/persistence';
import { Client } from 'pg';
import { eventLogGrants, eventLogReaderGrants } from './event-log-grants';
import { eventLogTablesUp, eventLogUpgrades } from './event-log-tables';

/** A login and the service it works for; without a service it reads all topics and writes nothing. */
export interface EventLogUser {
  readonly login: string;
  readonly service?: string;
}

/** Makes the event log, or brings one that is there up to date, and gives the logins their rights. `ownerUrl` owns the database; the logins exist. Safe to repeat. */
export async function provisionEventLog(ownerUrl: string, users: readonly EventLogUser[]): Promise<void> {
  const client = new Client(toConnection(ownerUrl));
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query('begin');
    // Two at once: the second waits, then finds it done.
    await client.query("select pg_advisory_xact_lock(hashtext('bindery event log'))");
    const { rowCount } = await client.query("select from pg_namespace where nspname = 'event_log'");
    const statements = [
      ...(rowCount ? eventLogUpgrades : eventLogTablesUp),
      ...users.flatMap(({ login, service }) =>
        service ? eventLogGrants(login, service) : eventLogReaderGrants(login),
      ),
    ];
    for (const statement of statements) await client.query(statement);
    await client.query('commit');
  } finally {
    await client.end();
  }
}
