import { createEvent, toWireEvent } from '@bindery/event-contracts';
import { newId } from '@bindery/kernel';
import { withClient } from '@bindery/persistence';
import { insertRaw } from '../../testing/insert-raw';
import { createTestEventLog, type TestEventLog } from '../../testing/test-event-log';
import type { Transport } from '../../transport/transport';
import { provisionEventLog } from './provision-event-log';

describe('the view of events', () => {
  let eventLog: TestEventLog;
  let transport: Transport;
  beforeAll(async () => {
    eventLog = await createTestEventLog();
    transport = eventLog.connect();
  });
  afterAll(async () => {
    await transport.close();
    await eventLog.drop();
  });

  const ask = <Row extends object>(sql: string, url = eventLog.appUrl) =>
    withClient(url, async (client) => (await client.query<Row>(sql)).rows);

  it('shows attributes as columns and data as JSON, and what cannot be read as nothing', async () => {
    const accountId = newId('account');
    const traceparent = `00-${'a'.repeat(32)}-${'b'.repeat(16)}-01`;
    const event = createEvent(
      {
        type: 'bindery.wallet.default-changed.v1',
        key: accountId,
        sequence: 3,
        data: { accountId, at: '2026-01-01T00:00:00.000Z' },
      },
      { service: 'binding', now: new Date('2026-01-01T00:00:01Z'), traceparent },
    );
    const { headers, value } = toWireEvent(event);
    await transport.publish([
      { topic: 'bindery.binding', key: accountId, headers, value },
      { topic: 'bindery.binding', key: 'broken', headers: {}, value: 'no JSON' },
    ]);
    const rows = await ask(
      `select topic, key, id, type, source, time, sequence, traceparent, data from event_log.events order by key = 'broken'`,
    );
    const nothing = { id: null, type: null, source: null, time: null, sequence: null, traceparent: null, data: null };
    expect(rows).toEqual([
      {
        topic: 'bindery.binding',
        key: accountId,
        id: event.id,
        type: event.type,
        source: '/bindery/binding',
        time: new Date('2026-01-01T00:00:01Z'),
        sequence: '3',
        traceparent,
        data: event.data,
      },
      { topic: 'bindery.binding', key: 'broken', ...nothing },
    ]);
  });

  it.each(['{broken', 'null', '[]', '{"ce_time":"soon","ce_sequence":"many"}'])(
    'shows the others beside a row with headers %s',
    async (headers) => {
      await withClient(eventLog.ownerUrl, async (owner) => {
        await owner.query('begin');
        await insertRaw(owner, [{ topic: 'bindery.binding', key: 'raw', headers, value: '{}' }]);
        const { rows } = await owner.query<{ key: string }>('select * from event_log.events order by key');
        expect(rows).toHaveLength(3);
        expect(rows.find(({ key }) => key === 'raw')).toMatchObject({ id: null, time: null, sequence: null, data: {} });
        await owner.query('rollback');
      });
    },
  );

  it('shows nothing to whoever may not read the log', async () => {
    await withClient(eventLog.ownerUrl, (client) =>
      client.query('revoke select on event_log.messages from event_log_app'),
    );
    await expect(ask('select * from event_log.events')).rejects.toMatchObject({ code: '42501' });
    await provisionEventLog(eventLog.ownerUrl, [{ login: 'event_log_app' }]);
    expect(await ask('select * from event_log.events')).toHaveLength(2);
    await expect(ask('delete from event_log.events')).rejects.toThrow();
  });

  it('comes to a log that was made before there was one', async () => {
    await ask('drop view event_log.events', eventLog.ownerUrl);
    await provisionEventLog(eventLog.ownerUrl, [{ login: 'event_log_app' }]);
    expect(await ask('select * from event_log.events')).toHaveLength(2);
  });
});
