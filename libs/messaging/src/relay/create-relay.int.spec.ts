import { newId, systemClock } from '@bindery/kernel';
import { eventually } from '@bindery/testing';
import { Registry } from 'prom-client';
import { createOutbox } from '../outbox/create-outbox';
import { silentLog } from '../testing/test-event-log';
import { consentRecorded, numbered } from '../testing/test-events';
import { createTestServiceDatabase, terminate, type TestServiceDatabase } from '../testing/test-service-database';
import { publishInTurns } from '../transport/publish-in-turns';
import type { OutgoingMessage, Publisher, ServiceTransport } from '../transport/transport';
import { createRelay } from './create-relay';

/** A log in memory that can be told to fail. */
class FakeLog implements Pick<ServiceTransport, 'openPublisher'> {
  readonly messages: OutgoingMessage[] = [];
  readonly batches: number[] = [];
  failures = 0;

  openPublisher(): Publisher {
    return publishInTurns(async (messages) => {
      if (this.failures-- > 0) throw new Error('the log is away');
      this.messages.push(...messages);
      this.batches.push(messages.length);
    });
  }
}

describe('the relay', () => {
  let database: TestServiceDatabase;
  let log: FakeLog;
  const started: { stop(): Promise<void> }[] = [];
  const outbox = createOutbox({ service: 'binding', clock: systemClock });

  beforeAll(async () => (database = await createTestServiceDatabase()));
  afterAll(() => database.drop());
  beforeEach(() => (log = new FakeLog()));
  afterEach(async () => {
    for (const relay of started.splice(0)) await relay.stop();
    await database.asOwner(['delete from outbox_events']);
  });

  const start = async (service = 'binding') => {
    const metrics = new Registry();
    const relay = createRelay({ service, databaseUrl: database.appUrl, transport: log, log: silentLog, metrics });
    started.push(relay);
    await relay.start();
    const active = async () => Number(/^bindery_relay_active (\d)/m.exec(await metrics.metrics())?.[1]);
    return { relay, active };
  };
  const append = (count: number) =>
    database.runInTransaction(async (tx) => {
      for (let i = 0; i < count; i++) await outbox.append(tx, consentRecorded());
    });
  const unpublished = async () =>
    Number(
      (await database.query<{ count: string }>('select count(*) from outbox_events where published_at is null'))[0]
        ?.count,
    );

  it('publishes what was appended, in batches, and marks it', async () => {
    await append(1_200);
    await start();
    await eventually(async () => expect(await unpublished()).toBe(0));
    expect(log.messages).toHaveLength(1_200);
    expect(Math.max(...log.batches)).toBeGreaterThanOrEqual(100);
  });

  it('does not lose an event whose transaction took its place early and committed late', async () => {
    await start();
    let early = '';
    await database.runInTransaction(async (slow) => {
      await outbox.append(slow, consentRecorded((early = newId('consent'))));
      await append(3);
      await eventually(() => expect(log.messages).toHaveLength(3));
    });
    await eventually(() => expect(log.messages.map(({ key }) => key)).toContain(early));
  });

  it('tries again when the log is away, without losing or reordering', async () => {
    const key = newId('consent');
    log.failures = 4;
    await database.runInTransaction(async (tx) => {
      for (let sequence = 1; sequence <= 20; sequence++) await outbox.append(tx, numbered(key, sequence));
    });
    await start();
    await eventually(() =>
      expect(log.messages.map(({ headers }) => Number(headers.ce_sequence))).toEqual(
        Array.from({ length: 20 }, (_, i) => i + 1),
      ),
    );
  });

  it('is one, however many are started, and another takes over when its connection dies', async () => {
    const first = await start('first');
    await eventually(async () => expect(await first.active()).toBe(1));
    const second = await start('second');
    await append(10);
    await eventually(async () => expect(await unpublished()).toBe(0));
    expect(await second.active()).toBe(0);
    // Its connection dies again and again, so that sooner or later the other one is faster.
    await eventually(async () => {
      await terminate(database, 'first relay');
      expect(await second.active()).toBe(1);
    });
    expect(await first.active()).toBe(0);
    await append(10);
    await eventually(async () => expect(await unpublished()).toBe(0));
    expect(new Set(log.messages.map(({ headers }) => headers.ce_id)).size).toBe(20);
  });

  it('goes on after its connection was terminated under load', async () => {
    await start();
    for (let round = 0; round < 5; round++) {
      await append(300);
      await terminate(database, 'binding relay');
    }
    await eventually(async () => expect(await unpublished()).toBe(0), { withinMs: 20_000 });
    expect(new Set(log.messages.map(({ headers }) => headers.ce_id)).size).toBe(1_500);
  });

  it('publishes at once when woken, although it sleeps, and also when a standby is woken', async () => {
    const first = await start();
    await eventually(async () => expect(await first.active()).toBe(1));
    const second = await start();
    for (const { relay } of [first, second, second, first]) {
      const before = log.messages.length;
      await append(1);
      relay.wake();
      await eventually(() => expect(log.messages).toHaveLength(before + 1), { withinMs: 2_000 });
    }
  });

  it('stops after the batch being sent and leaves nothing half done', async () => {
    await append(2_000);
    const { relay } = await start();
    await eventually(() => expect(log.batches.length).toBeGreaterThan(0));
    await relay.stop();
    expect(await unpublished()).toBe(2_000 - log.messages.length);
  });
});
