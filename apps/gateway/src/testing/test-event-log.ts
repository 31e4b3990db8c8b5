import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createEvent, toWireEvent, topicOf, type BinderyEvent, type NewEvent } from '@bindery/event-contracts';
import { createEventLog, provisionEventLog } from '@bindery/messaging';
import { toPassfileLine, withPassfile } from '@bindery/persistence';
import { createLog } from '@bindery/service';
import { createTestDatabase } from '@bindery/testing';

export interface TestEventLog {
  /** As the gateway's login. */
  readonly url: string;
  /** Publishes as the service would; twice as a relay does that was killed before it knew. */
  publish(
    service: 'identity' | 'binding' | 'verification' | 'notification',
    events: readonly NewEvent[],
    times?: 1 | 2,
  ): Promise<void>;
  stop(): Promise<void>;
}

/** A real event log of its own, on PostgreSQL. */
export async function createTestEventLog(): Promise<TestEventLog> {
  const database = await createTestDatabase('event_log', (ownerUrl) => provisionEventLog(ownerUrl, []));
  const login = 'event_log_app';
  const log = createLog({ service: 'test', level: 'silent', format: 'json' });
  const transport = createEventLog({ eventLogUrl: database.appUrl }, { service: 'test', log });
  // As in production no password stands in the address; those of tests would be too simple there.
  const folder = mkdtempSync(join(tmpdir(), 'bindery-event-log-'));
  const passfile = join(folder, 'passfile');
  writeFileSync(passfile, toPassfileLine(login, decodeURIComponent(new URL(database.appUrl).password)));
  return {
    url: withPassfile(database.appUrl, login, passfile),
    async publish(service, events, times = 1) {
      // One login plays each service in turn: what a service may write to is a row.
      await provisionEventLog(database.ownerUrl, [{ login, service }]);
      const created = events.map((event) => createEvent(event, { service, now: new Date() }) as BinderyEvent);
      const messages = created.map((event) => ({
        topic: topicOf(service),
        key: event.partitionkey,
        ...toWireEvent(event),
      }));
      for (let time = 0; time < times; time++) await transport.publish(messages);
    },
    async stop() {
      await transport.close();
      await database.drop();
      rmSync(folder, { recursive: true });
    },
  };
}
