import { randomBytes } from 'node:crypto';
import { toWireEvent } from '@bindery/event-contracts';
import { newId, systemClock } from '@bindery/kernel';
import { createEventLog, provisionEventLog } from '@bindery/messaging';
import { createLog } from '@bindery/service';
import { provisionServiceDatabase, withClient, withDatabase, withUser } from '@bindery/persistence';
import { eventually, testPostgresUrl } from '@bindery/testing';
import { confirmed, registered, unbound, type AnyEvent } from './testing/test-events';
import { contactKeys, startTestService, type TestService } from './testing/test-service';

const database = `test_event_log_${randomBytes(5).toString('hex')}`;
const log = createLog({ service: 'test', level: 'silent', format: 'json' });
let service: TestService;
let eventLogUrl: (login: string) => string;

beforeAll(async () => {
  const adminUrl = testPostgresUrl();
  const logins = ['identity', 'binding', 'notification'] as const;
  for (const name of logins)
    await provisionServiceDatabase({
      adminUrl,
      service: name,
      passwords: { owner: 'owner', app: 'app' },
      database: `${database}_${name}`,
    });
  await withClient(adminUrl, (admin) => admin.query(`CREATE DATABASE ${database}`));
  await provisionEventLog(
    withDatabase(adminUrl, database),
    logins.map((name) => ({ login: `${name}_app`, service: name })),
  );
  eventLogUrl = (name) => withUser(withDatabase(adminUrl, database), `${name}_app`, 'app');
  service = await startTestService({
    clock: systemClock,
    roles: 'api,relay,consumers,jobs',
    eventLogUrl: eventLogUrl('notification'),
  });
});
afterAll(async () => {
  await service.stop();
  await withClient(testPostgresUrl(), async (admin) => {
    for (const name of [database, ...['identity', 'binding', 'notification'].map((each) => `${database}_${each}`)])
      await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  });
});

/** Publishes as that service does, each event twice. */
async function publishTwice(from: string, events: readonly AnyEvent[]): Promise<void> {
  const transport = createEventLog({ eventLogUrl: eventLogUrl(from) }, { service: from, log });
  const messages = events.map((event) => ({
    topic: `bindery.${from}`,
    key: event.partitionkey,
    ...toWireEvent(event),
  }));
  await transport.publish(messages);
  await transport.publish(messages);
  await transport.close();
}

describe('the service as it runs', () => {
  it('carries a fact from the event log to a phone and says so in the event log, once though everything came twice', async () => {
    const accountId = newId('account');
    await publishTwice('binding', [unbound(accountId)]);
    await publishTwice('identity', [
      registered(accountId, 'zh-CN'),
      await confirmed(accountId, '+8613800000009', contactKeys),
    ]);

    await eventually(async () => {
      const states = await service.query<{ state: string }>(
        "SELECT state FROM delivery JOIN notification n ON n.id = notification_id WHERE account_id = $1 AND channel = 'SMS'",
        [accountId],
      );
      expect(states).toEqual([{ state: 'DELIVERED' }]);
    });
    expect(service.carrier.messages.map(({ to }) => to)).toEqual(['+8613800000009']);

    const published = await eventually(async () => {
      const rows = await withClient(eventLogUrl('binding'), (client) =>
        client.query<{ value: string }>("SELECT value FROM event_log.messages WHERE topic = 'bindery.notification'"),
      );
      const smsDelivered = rows.rows
        .map(({ value }) => JSON.parse(value) as { channel?: string })
        .filter(({ channel }) => channel === 'SMS');
      expect(smsDelivered).toHaveLength(1);
      return rows.rows.length;
    });
    // Two notifications, each queued and in the inbox, and one delivered by SMS.
    expect(published).toBe(5);
  });
});
