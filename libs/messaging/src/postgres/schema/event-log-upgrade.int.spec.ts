import { partitionsPerTopic } from '@bindery/event-contracts';
import { withClient } from '@bindery/persistence';
import { createTestEventLog, type TestEventLog } from '../../testing/test-event-log';
import { provisionEventLog } from './provision-event-log';

describe('an event log of an earlier version', () => {
  let eventLog: TestEventLog;
  beforeAll(async () => (eventLog = await createTestEventLog()));
  afterAll(() => eventLog.drop());

  const partitions = () =>
    withClient(eventLog.ownerUrl, async (client) => {
      const { rows } = await client.query<{ topic: string; count: number }>(
        'select topic, count(*)::int from event_log.partitions group by topic order by topic',
      );
      return Object.fromEntries(rows.map(({ topic, count }) => [topic, count]));
    });

  it('gets the topics that came since', async () => {
    const before = await partitions();
    await withClient(eventLog.ownerUrl, async (client) => {
      await client.query("delete from event_log.partitions where topic = 'bindery.notification'");
      await client.query("delete from event_log.topics_since_crash where name = 'bindery.notification'");
      await client.query("delete from event_log.topics where name = 'bindery.notification'");
    });
    expect(await partitions()).not.toHaveProperty(['bindery.notification']);
    await provisionEventLog(eventLog.ownerUrl, []);
    expect(await partitions()).toEqual(before);
    expect(before['bindery.notification']).toBe(partitionsPerTopic);
    await withClient(eventLog.ownerUrl, async (client) => {
      const { rows } = await client.query(
        "select from event_log.topics_since_crash where name = 'bindery.notification'",
      );
      expect(rows).toHaveLength(1);
    });
  });
});
