import { newId, TestClock } from '@bindery/kernel';
import { withTrace } from '@bindery/service';
import { consentRecorded } from '../testing/test-events';
import { createTestServiceDatabase, type TestServiceDatabase } from '../testing/test-service-database';
import { outboxRetentionDays } from '../retention/message-retention';
import { createOutbox } from './create-outbox';
import { pruneOutbox } from '../retention/prune-outbox';

describe('the outbox', () => {
  let database: TestServiceDatabase;
  const outbox = createOutbox({ service: 'binding', clock: new TestClock() });
  beforeAll(async () => (database = await createTestServiceDatabase()));
  afterAll(() => database.drop());
  beforeEach(() => database.asOwner(['delete from outbox_events']));

  const rows = () =>
    database.query<{ key: string; topic: string; headers: Record<string, string>; value: string }>(
      'select * from outbox_events order by position',
    );

  it('keeps an event if the transaction of the caller commits', async () => {
    const event = consentRecorded();
    await database.runInTransaction((tx) => outbox.append(tx, event));
    const [row] = await rows();
    expect(row).toMatchObject({
      key: event.key,
      topic: 'bindery.binding',
      headers: { ce_type: event.type, ce_subject: event.key, ce_time: '2026-01-01T00:00:00.000Z' },
    });
    expect(JSON.parse(row?.value ?? '')).toEqual(event.data);
  });

  it('keeps nothing if the transaction of the caller is rolled back', async () => {
    const failing = database.runInTransaction(async (tx) => {
      await outbox.append(tx, consentRecorded());
      throw new Error('changed my mind');
    });
    await expect(failing).rejects.toThrow('changed my mind');
    expect(await rows()).toEqual([]);
  });

  it('carries the trace it was written in', async () => {
    const parent = `00-${'a'.repeat(32)}-${'b'.repeat(16)}-01`;
    await withTrace(parent, () => database.runInTransaction((tx) => outbox.append(tx, consentRecorded())));
    expect((await rows())[0]?.headers.ce_traceparent).toMatch(new RegExp(`^00-${'a'.repeat(32)}-`));
  });

  it('throws when an event breaks its contract, which undoes the transaction', async () => {
    const event = consentRecorded();
    const broken = [
      { ...event, key: newId('consent') },
      { ...event, data: { ...event.data, at: 'yesterday' } },
      { ...event, data: { ...event.data, phone: '+8613800138000' } },
      { ...event, data: { ...event.data, version: 'v'.repeat(65) } },
    ];
    for (const each of broken)
      await expect(database.runInTransaction((tx) => outbox.append(tx, each))).rejects.toMatchObject({
        name: 'ContractBreach',
      });
    expect(await rows()).toEqual([]);
  });

  it.each(['\ud800', 'v\udc00', '\\\ud800', '\0'])(
    'throws when text of an event is not well formed: %j',
    async (version) => {
      const event = consentRecorded();
      const append = database.runInTransaction((tx) =>
        outbox.append(tx, { ...event, data: { ...event.data, version } }),
      );
      await expect(append).rejects.toThrow('not well formed');
      expect(await rows()).toEqual([]);
    },
  );

  it.each(['🦊', '\\ud800', '\\\\u0000', '\ufffd'])('keeps text that only looks like it: %j', async (version) => {
    const event = consentRecorded();
    await database.runInTransaction((tx) => outbox.append(tx, { ...event, data: { ...event.data, version } }));
    expect(JSON.parse((await rows())[0]?.value ?? '')).toMatchObject({ version });
  });

  it('accepts only events of its own service', async () => {
    const foreign = createOutbox({ service: 'identity', clock: new TestClock() });
    await expect(database.runInTransaction((tx) => foreign.append(tx, consentRecorded()))).rejects.toThrow(
      'not published by identity',
    );
  });

  it('is pruned of what was published long ago and of nothing else', async () => {
    await database.runInTransaction(async (tx) => {
      for (let i = 0; i < 3; i++) await outbox.append(tx, consentRecorded());
    });
    const old = (days: number) =>
      `update outbox_events set appended_at = now() - interval '${days} days', published_at = now() - interval '${days} days'`;
    await database.asOwner([
      `${old(outboxRetentionDays)} where position = (select min(position) from outbox_events)`,
      `${old(outboxRetentionDays - 1)} where position = (select max(position) from outbox_events)`,
    ]);
    expect(await pruneOutbox(database)).toBe(1);
    expect(await rows()).toHaveLength(2);
  });

  it('is pruned to the end, however much there is', async () => {
    await database.query(`insert into outbox_events (event_id, topic, key, headers, value, appended_at, published_at)
      select 'event_' || number, 'bindery.binding', 'k', '{}', '{}', now() - interval '${outboxRetentionDays} days', now() - interval '${outboxRetentionDays} days' from generate_series(1, 12000) as number`);
    expect(await pruneOutbox(database)).toBe(12_000);
    expect(await rows()).toEqual([]);
  });
});
