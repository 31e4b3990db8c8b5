import { randomBytes } from 'node:crypto';
import { createLog } from '@bindery/service';
import { createTestDatabase, type TestDatabase } from '@bindery/testing';
import type { Transport } from '../transport/transport';
import { createPostgresTransport } from '../postgres/postgres-transport';
import { provisionEventLog } from '../postgres/schema/provision-event-log';

export const silentLog = createLog({ service: 'test', level: 'silent', format: 'json' });

export interface TestEventLog extends TestDatabase {
  /** A transport as the service `binding`. */
  connect(): Transport;
  newGroup(): string;
}

/** An event log of its own, on which the app user works for the service `binding`. */
export async function createTestEventLog(): Promise<TestEventLog> {
  const database = await createTestDatabase('event_log', (ownerUrl) => provisionEventLog(ownerUrl, []));
  await provisionEventLog(database.ownerUrl, [{ login: 'event_log_app', service: 'binding' }]);
  return {
    ...database,
    connect: () => createPostgresTransport({ url: database.appUrl, service: 'binding', log: silentLog }),
    newGroup: () => `binding.${randomBytes(4).toString('hex')}`,
  };
}
