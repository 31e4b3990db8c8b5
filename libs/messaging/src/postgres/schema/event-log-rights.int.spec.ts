import { withClient } from '@bindery/persistence';
import { createTestDatabase, eventually, type TestDatabase } from '@bindery/testing';
import { Pool } from 'pg';
import { createTestEventLog, silentLog, type TestEventLog } from '../../testing/test-event-log';
import type { Transport } from '../../transport/transport';
import { createPostgresTransport } from '../postgres-transport';
import { provisionEventLog } from './provision-event-log';

const message = { key: 'k', headers: {}, value: '{}' };

describe('rights on the event log', () => {
  let eventLog: TestEventLog;
  let pool: Pool;
  let transport: Transport;
  beforeAll(async () => {
    eventLog = await createTestEventLog();
    transport = eventLog.connect();
    pool = new Pool({ connectionString: eventLog.appUrl });
  });
  afterAll(async () => {
    await pool.end();
    await transport.close();
    await eventLog.drop();
  });

  const refused = expect.objectContaining({ code: '42501' });

  it('let a service append to its own topic and to no other', async () => {
    await transport.publish([{ ...message, topic: 'bindery.binding' }]);
    await expect(transport.publish([{ ...message, topic: 'bindery.identity' }])).rejects.toEqual(refused);
  });

  it('let a service move its own groups and no others', async () => {
    const move = (group: string) =>
      pool.query("select event_log.move_group($1, '{bindery.binding}', '{0}', '{1}')", [group]);
    await move('binding');
    await move('binding.reports');
    for (const foreign of ['identity', 'bindings', '']) await expect(move(foreign)).rejects.toEqual(refused);
  });

  it('let nobody write to the tables, or change what was appended', async () => {
    for (const sql of [
      "insert into event_log.messages values ('bindery.binding', 0, 9, 'k', '{}', '{}')",
      "update event_log.messages set value = ''",
      'delete from event_log.messages',
      'update event_log.group_positions set next_position = 0',
      "insert into event_log.services values (current_user, 'identity')",
      'select * from event_log.services',
    ])
      await expect(pool.query(sql)).rejects.toEqual(refused);
  });

  it('let a service prune its own topic only', async () => {
    await transport.publish([{ ...message, topic: 'bindery.binding' }]);
    expect(await transport.prune()).toBe(0);
    await withClient(eventLog.ownerUrl, async (owner) => {
      await owner.query("insert into event_log.messages values ('bindery.identity', 0, 9, 'k', '{}', '{}')");
      await owner.query("update event_log.messages set appended_at = appended_at - interval '1 year'");
    });
    expect(await transport.prune()).toBeGreaterThanOrEqual(1);
    expect((await pool.query('select topic from event_log.messages')).rows).toEqual([{ topic: 'bindery.identity' }]);
  });

  describe('of a login that nobody gave a service', () => {
    let stranger: TestDatabase;
    let asStranger: Transport;
    const strangerUrl = () =>
      Object.assign(new URL(stranger.appUrl), { pathname: new URL(eventLog.appUrl).pathname }).href;
    beforeAll(async () => {
      stranger = await createTestDatabase('stranger', () => Promise.resolve());
      asStranger = createPostgresTransport({ url: strangerUrl(), service: 'identity', log: silentLog });
    });
    afterAll(async () => {
      await asStranger.close();
      await stranger.drop();
    });

    it('are none until it is given one', async () => {
      const publish = () => asStranger.publish([{ ...message, topic: 'bindery.identity' }]);
      // The database itself refuses the connection.
      await expect(publish()).rejects.toEqual(refused);
      await provisionEventLog(eventLog.ownerUrl, [{ login: 'stranger_app', service: 'identity' }]);
      await publish();
    });

    it('are to read and nothing else when it is given none', async () => {
      await provisionEventLog(eventLog.ownerUrl, [{ login: 'stranger_app' }]);
      await transport.publish([{ ...message, topic: 'bindery.binding' }]);
      const seen: string[] = [];
      const tail = asStranger.tail({
        topics: ['bindery.binding'],
        from: new Date(0),
        onMessage: ({ key }) => void seen.push(key ?? ''),
      });
      await eventually(() => expect(seen).toContain('k'));
      await tail.stop();
      await expect(asStranger.publish([{ ...message, topic: 'bindery.identity' }])).rejects.toEqual(refused);
      for (const sql of [
        "select event_log.move_group('stranger', '{bindery.binding}', '{0}', '{1}')",
        "select event_log.prune('1 day')",
        "insert into event_log.messages values ('bindery.binding', 0, 9, 'k', '{}', '{}')",
      ])
        await expect(withClient(strangerUrl(), (client) => client.query(sql))).rejects.toEqual(refused);
    });
  });
});
