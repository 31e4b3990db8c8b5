import { newId, systemClock } from '@bindery/kernel';
import { eventually } from '@bindery/testing';
import { Registry } from 'prom-client';
import { createConsumers } from './consumers/create-consumers';
import { createOutbox } from './outbox/create-outbox';
import { createRelay } from './relay/create-relay';
import type { SqlSession } from './sql-session';
import { createTestEventLog, silentLog, type TestEventLog } from './testing/test-event-log';
import { publishInTurns } from './transport/publish-in-turns';
import { numbered } from './testing/test-events';
import { createTestServiceDatabase, type TestServiceDatabase } from './testing/test-service-database';

describe('what an operator sees', () => {
  let database: TestServiceDatabase;
  let eventLog: TestEventLog;
  const open: { stop(): Promise<void> }[] = [];
  let release: () => void = () => undefined;
  const outbox = createOutbox({ service: 'binding', clock: systemClock });

  beforeEach(async () => {
    [database, eventLog] = await Promise.all([createTestServiceDatabase(), createTestEventLog()]);
  });
  afterEach(async () => {
    release();
    for (const part of open.splice(0).reverse()) await part.stop();
    await Promise.all([database.drop(), eventLog.drop()]);
  });

  const connect = () => {
    const transport = eventLog.connect();
    open.push({ stop: () => transport.close() });
    return transport;
  };
  const write = async (count: number) => {
    const key = newId('consent');
    for (let sequence = 1; sequence <= count; sequence++)
      await database.runInTransaction((tx) => outbox.append(tx, numbered(key, sequence)));
  };
  /** The sum over all labels; undefined if there is no such series. */
  const valueOf = async (metrics: Registry, name: string): Promise<number | undefined> => {
    const series = (await metrics.metrics())
      .split('\n')
      .filter((line) => line.startsWith(`${name}{`) || line.startsWith(`${name} `));
    return series.length ? series.reduce((sum, line) => sum + Number(line.split(' ').at(-1)), 0) : undefined;
  };

  it('of a relay whose log is away is how many events wait, and for how long', async () => {
    const metrics = new Registry();
    let away = true;
    const transport = connect();
    const openPublisher = () =>
      publishInTurns((messages) => (away ? Promise.reject(new Error('away')) : transport.publish(messages)));
    const relay = createRelay({
      service: 'binding',
      databaseUrl: database.appUrl,
      transport: { openPublisher },
      log: silentLog,
      metrics,
    });
    open.push(relay);
    await write(7);
    await relay.start();
    await eventually(async () => expect(await valueOf(metrics, 'bindery_outbox_backlog_events')).toBe(7));
    const age = await valueOf(metrics, 'bindery_outbox_oldest_seconds');
    await eventually(async () =>
      expect(await valueOf(metrics, 'bindery_outbox_oldest_seconds')).toBeGreaterThan(age ?? Infinity),
    );
    away = false;
    await eventually(async () => expect(await valueOf(metrics, 'bindery_relay_published_total')).toBe(7));
    await eventually(async () =>
      expect([
        await valueOf(metrics, 'bindery_outbox_backlog_events'),
        await valueOf(metrics, 'bindery_outbox_oldest_seconds'),
      ]).toEqual([0, 0]),
    );
  });

  it('of consumers is how far they are behind, how old that is, and how many dead letters wait', async () => {
    const metrics = new Registry();
    const held = new Promise<void>((resolve) => (release = resolve));
    const consumers = createConsumers<SqlSession>({
      group: 'binding',
      transport: connect(),
      runInTransaction: database.runInTransaction,
      handlers: {
        async 'bindery.consent.recorded.v1'(event) {
          if (Number(event.sequence) === 1) return;
          await held;
          throw new Error('cannot do this');
        },
      },
      log: silentLog,
      metrics,
    });
    const relay = createRelay({
      service: 'binding',
      databaseUrl: database.appUrl,
      transport: connect(),
      log: silentLog,
      metrics: new Registry(),
    });
    open.push(relay, consumers);
    await write(1);
    await relay.start();
    await consumers.start();
    await eventually(async () => expect(await database.query('select from inbox_events')).toHaveLength(1));
    await write(2);
    await eventually(async () =>
      expect(await valueOf(metrics, 'bindery_consumer_oldest_seconds')).toBeGreaterThan(0.5),
    );
    await eventually(async () => expect(await valueOf(metrics, 'bindery_consumer_lag_events')).toBeGreaterThan(0), {
      withinMs: 15_000,
    });
    release();
    await eventually(
      async () =>
        expect([
          await valueOf(metrics, 'bindery_dead_letters_open'),
          await valueOf(metrics, 'bindery_consumer_lag_events'),
        ]).toEqual([1, 0]),
      { withinMs: 20_000 },
    );
    expect(await valueOf(metrics, 'bindery_consumer_oldest_seconds')).toBeUndefined();
  }, 60_000);
});
