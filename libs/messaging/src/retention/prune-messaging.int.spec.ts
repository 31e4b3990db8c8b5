import { withClient } from '@bindery/persistence';
import { createTestEventLog } from '../testing/test-event-log';
import { createTestServiceDatabase } from '../testing/test-service-database';
import { pruneMessaging } from './prune-messaging';

it('deletes what is past its retention of outbox, inbox and log, and says how much', async () => {
  const [database, eventLog] = await Promise.all([createTestServiceDatabase(), createTestEventLog()]);
  const transport = eventLog.connect();
  try {
    await database.query(`insert into outbox_events (event_id, topic, key, headers, value, appended_at, published_at)
      select 'event_' || days, 'bindery.binding', 'k', '{}', '{}', now() - days * interval '1 day', now() - days * interval '1 day' from generate_series(0, 400) as days`);
    await database.query(`insert into inbox_events (consumer, event_id, handled_at)
      select 'binding', 'event_' || days, now() - days * interval '1 day' from generate_series(0, 400) as days`);
    await withClient(eventLog.ownerUrl, (owner) =>
      owner.query(`insert into event_log.messages (topic, partition, position, key, headers, value, appended_at)
        select 'bindery.binding', 0, 400 - days, 'k', '{}', '{}', now() - days * interval '1 day' from generate_series(0, 400) as days`),
    );
    const pruned = await pruneMessaging(database, transport);
    // Days 0 to 6, 0 to 59 and 0 to 29 stay.
    expect(pruned).toEqual({ outbox: 394, inbox: 341, log: 371 });
    expect(await pruneMessaging(database, transport)).toEqual({ outbox: 0, inbox: 0, log: 0 });
  } finally {
    await transport.close();
    await database.drop();
    await eventLog.drop();
  }
});
