import { newId, systemClock } from '@bindery/kernel';
import { eventually } from '@bindery/testing';
import { Registry } from 'prom-client';
import { createOutbox } from '../outbox/create-outbox';
import type { SqlSession } from '../sql-session';
import { createTestEventLog, silentLog } from '../testing/test-event-log';
import { consentRecorded } from '../testing/test-events';
import { createTestServiceDatabase } from '../testing/test-service-database';
import { createConsumers } from './create-consumers';

describe('batches of two partitions', () => {
  it('that lock the same rows in opposite order are both handled, once, after a deadlock', async () => {
    const [database, eventLog] = await Promise.all([createTestServiceDatabase(), createTestEventLog()]);
    await database.asOwner([
      "create table counts as select name, 0 as count from unnest('{x,y}'::text[]) as name",
      'grant all on counts to messaging_app',
    ]);
    const transport = eventLog.connect();
    const outbox = createOutbox({ service: 'binding', clock: systemClock });
    const wire = async (row: string, key: string) => {
      const event = consentRecorded(newId('consent'));
      await database.runInTransaction((tx) => outbox.append(tx, { ...event, data: { ...event.data, version: row } }));
      const [{ headers, value } = { headers: {}, value: '' }] = await database.query<{
        headers: Record<string, string>;
        value: string;
      }>('select headers, value from outbox_events order by position desc limit 1');
      return { topic: 'bindery.binding', key, headers, value };
    };
    // The keys a and b fall into different partitions.
    await transport.publish([await wire('x', 'a'), await wire('y', 'a'), await wire('y', 'b'), await wire('x', 'b')]);
    const failures: unknown[] = [];
    let firstRows = 0;
    const consumers = createConsumers<SqlSession>({
      group: 'binding',
      transport,
      runInTransaction: (work) =>
        database
          .runInTransaction(work)
          .catch((error: { code?: string }) => Promise.reject(failures.push(error.code) && error)),
      handlers: {
        async 'bindery.consent.recorded.v1'({ data }, tx) {
          await tx.query('update counts set count = count + 1 where name = $1', [data.version]);
          firstRows += 1;
          // Each batch holds its first row before either wants its second.
          await eventually(() => expect(firstRows).toBeGreaterThanOrEqual(2));
        },
      },
      log: silentLog,
      metrics: new Registry(),
    });
    await consumers.start();
    try {
      await eventually(
        async () =>
          expect(await database.query('select name, count from counts order by name')).toEqual([
            { name: 'x', count: 2 },
            { name: 'y', count: 2 },
          ]),
        { withinMs: 20_000 },
      );
      expect(failures).toContain('40P01');
      expect(await database.query('select from dead_letters')).toEqual([]);
    } finally {
      await consumers.stop();
      await transport.close();
      await Promise.all([database.drop(), eventLog.drop()]);
    }
  });
});
