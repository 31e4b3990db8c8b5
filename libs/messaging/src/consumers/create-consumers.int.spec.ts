import { systemClock, newId } from '@bindery/kernel';
import type { EventOf } from '@bindery/event-contracts';
import { createLog, withTrace } from '@bindery/service';
import { withClient } from '@bindery/persistence';
import { eventually } from '@bindery/testing';
import { Registry } from 'prom-client';
import { pruneInbox } from '../retention/prune-inbox';
import { inboxRetentionDays } from '../retention/message-retention';
import { createOutbox } from '../outbox/create-outbox';
import { createRelay } from '../relay/create-relay';
import type { SqlSession } from '../sql-session';
import { createTestEventLog, silentLog, type TestEventLog } from '../testing/test-event-log';
import { consentRecorded, numbered } from '../testing/test-events';
import { createTestServiceDatabase, terminate, type TestServiceDatabase } from '../testing/test-service-database';
import { createConsumers } from './create-consumers';

type Consent = EventOf<'bindery.consent.recorded.v1'>;

describe('consumers', () => {
  let database: TestServiceDatabase;
  let eventLog: TestEventLog;
  const open: { stop(): Promise<void> }[] = [];
  const outbox = createOutbox({ service: 'binding', clock: systemClock });

  beforeEach(async () => {
    [database, eventLog] = await Promise.all([createTestServiceDatabase(), createTestEventLog()]);
  });
  afterEach(async () => {
    for (const part of open.splice(0).reverse()) await part.stop();
    await Promise.all([database.drop(), eventLog.drop()]);
  });

  const connect = () => {
    const transport = eventLog.connect();
    open.push({ stop: () => transport.close() });
    return transport;
  };
  const writeEffect = async (event: Consent, tx: SqlSession): Promise<void> => {
    await tx.query('insert into effects (event_id, key, sequence) values ($1, $2, $3)', [
      event.id,
      event.subject,
      Number(event.sequence ?? 0),
    ]);
  };
  const startConsumers = async (handler = writeEffect, group = 'binding') => {
    const consumers = createConsumers<SqlSession>({
      group,
      transport: connect(),
      runInTransaction: database.runInTransaction,
      handlers: { 'bindery.consent.recorded.v1': handler },
      log: silentLog,
      metrics: new Registry(),
    });
    open.push(consumers);
    await consumers.start();
    return consumers;
  };
  const startRelay = async () => {
    const relay = createRelay({
      service: 'binding',
      databaseUrl: database.appUrl,
      transport: connect(),
      log: silentLog,
      metrics: new Registry(),
    });
    open.push(relay);
    await relay.start();
  };
  const effects = () =>
    database.query<{ event_id: string; key: string; sequence: number }>('select * from effects order by position');
  const deadLetters = () =>
    database.query<{ cause: string; tries: number; value: string; key: string }>(
      'select * from dead_letters order by position',
    );

  it('log in the trace of the work that published the event', async () => {
    const lines: { msg: string; traceId?: string }[] = [];
    const destination = { write: (line: string) => void lines.push(JSON.parse(line) as (typeof lines)[number]) };
    const log = createLog({ service: 'test', level: 'info', format: 'json', destination });
    await startRelay();
    await startConsumers(async () => log.info('handled'));
    const [one, other] = ['a'.repeat(32), 'c'.repeat(32)];
    for (const traceId of [one, other])
      await withTrace(`00-${traceId}-${'b'.repeat(16)}-01`, () =>
        database.runInTransaction((tx) => outbox.append(tx, numbered(newId('consent'), 1))),
      );
    const handled = () => lines.filter(({ msg }) => msg === 'handled').map(({ traceId }) => traceId);
    await eventually(() => expect(handled().sort()).toEqual([one, other]));
  });

  it('have one effect for each event, in the order of its key, under parallel writers', async () => {
    await startRelay();
    await startConsumers();
    const keys = Array.from({ length: 8 }, () => newId('consent'));
    await Promise.all(
      keys.map(async (key) => {
        for (let sequence = 1; sequence <= 40; sequence++)
          await database.runInTransaction((tx) => outbox.append(tx, numbered(key, sequence)));
      }),
    );
    await eventually(async () => expect(await effects()).toHaveLength(320), { withinMs: 20_000 });
    const all = await effects();
    for (const key of keys)
      expect(all.filter((effect) => effect.key === key).map(({ sequence }) => sequence)).toEqual(
        Array.from({ length: 40 }, (_, i) => i + 1),
      );
  });

  it('have no second effect when they die between the effect and the record of the position', async () => {
    await startRelay();
    await startConsumers();
    for (let round = 0; round < 6; round++) {
      await database.runInTransaction(async (tx) => {
        for (let i = 0; i < 50; i++) await outbox.append(tx, consentRecorded());
      });
      await eventually(async () => expect((await effects()).length).toBeGreaterThan(round * 50));
      await terminate(eventLog, 'consumer binding');
      // What a crash before the record does at worst: the group starts over.
      await withClient(eventLog.ownerUrl, (owner) => owner.query('delete from event_log.group_positions'));
    }
    await eventually(async () => expect(await effects()).toHaveLength(300), { withinMs: 20_000 });
    const ids = (await effects()).map((effect) => effect.event_id);
    expect(new Set(ids).size).toBe(300);
  });

  it('know an event again that comes a second time', async () => {
    const transport = connect();
    const message = { topic: 'bindery.binding', key: 'k', ...(await wireOf()) };
    await startConsumers();
    await transport.publish([message, message]);
    await transport.publish([message, { ...message, headers: { ...message.headers, ce_id: newId('event') } }]);
    await eventually(async () => expect(await effects()).toHaveLength(2));
    expect(await deadLetters()).toEqual([]);
    expect(await pruneInbox(database)).toBe(0);
    await database.asOwner([`update inbox_events set handled_at = handled_at - interval '${inboxRetentionDays} days'`]);
    expect(await pruneInbox(database)).toBe(2);
  });

  it('ignore fields that their contract does not know', async () => {
    const wire = await wireOf();
    await startConsumers();
    await connect().publish([
      {
        topic: 'bindery.binding',
        key: 'k',
        ...wire,
        value: JSON.stringify({ ...JSON.parse(wire.value), addedLater: true }),
      },
    ]);
    await eventually(async () => expect(await effects()).toHaveLength(1));
  });

  it('wait for their own database instead of burying events while it is away', async () => {
    const wire = await wireOf();
    let away = true;
    let attempts = 0;
    const consumers = createConsumers<SqlSession>({
      group: 'binding',
      transport: connect(),
      runInTransaction: (work) => {
        attempts += 1;
        return away ? Promise.reject(new Error('connection refused')) : database.runInTransaction(work);
      },
      handlers: { 'bindery.consent.recorded.v1': writeEffect },
      log: silentLog,
      metrics: new Registry(),
    });
    open.push(consumers);
    await consumers.start();
    await connect().publish([{ topic: 'bindery.binding', key: 'k', ...wire }]);
    await eventually(() => expect(attempts).toBeGreaterThan(8));
    away = false;
    await eventually(async () => expect(await effects()).toHaveLength(1));
    expect(await deadLetters()).toEqual([]);
  });

  async function wireOf() {
    await database.runInTransaction((tx) => outbox.append(tx, consentRecorded()));
    const [row] = await database.query<{ headers: Record<string, string>; value: string }>(
      'select headers, value from outbox_events order by position desc limit 1',
    );
    if (!row) throw new Error('nothing was appended');
    return row;
  }
});
