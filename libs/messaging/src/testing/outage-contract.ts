import { setTimeout as pause } from 'node:timers/promises';
import { newId } from '@bindery/kernel';
import { eventually } from '@bindery/testing';
import type { EventLogAddress } from '../create-event-log';
import { behindProxy, proxyOf } from './behind-proxy';
import type { Fault, FaultyProxy } from './faulty-proxy';
import { MessagingScene } from './messaging-scene';
import { createTestServiceDatabase, type TestServiceDatabase } from './test-service-database';

/** An event log that may be away. */
export interface BreakableLog {
  readonly address: EventLogAddress;
  readonly proxy: FaultyProxy;
  newGroup(): string;
}

/** Seconds away. The long one only when asked for: OUTAGE_SECONDS=60. */
const lengths = [0.3, 5, ...(process.env.OUTAGE_SECONDS ? [Number(process.env.OUTAGE_SECONDS)] : [])];
const faults: readonly Fault[] = ['refuses', 'hangs'];
const table = lengths.flatMap((seconds) => faults.map((fault) => ({ seconds, fault })));

/** The fault catalogue's bound for consumers to be at work again. */
const resumedWithinMs = 10_000;

const unharmed = { lost: [], doubled: [], outOfOrder: [] };

/**
 * What holds while the event log or the service's database is away, and after. Call inside a `describe`. `restart` kills a log that is a
 * process of its own and starts it again; it resolves when the log takes connections.
 */
export function itOutlastsOutages(breakable: () => BreakableLog, restart?: () => Promise<void>): void {
  let database: TestServiceDatabase;
  let databaseProxy: FaultyProxy;
  let scene: MessagingScene;
  let writing: Promise<void>;
  let done: boolean;

  beforeEach(async () => {
    const direct = await createTestServiceDatabase();
    databaseProxy = await proxyOf(direct.appUrl);
    database = behindProxy(direct, databaseProxy);
    scene = new MessagingScene(database, breakable().address, breakable().newGroup());
    await scene.startRelay();
    await scene.startConsumers();
    // A new group reads first what the tests before have left in the log.
    const probes = Array.from({ length: 12 }, () => newId('consent'));
    for (const key of probes) await scene.writeOne(key);
    await eventually(
      async () =>
        expect(await database.query('select from effects where key = any ($1)', [probes])).toHaveLength(probes.length),
      { withinMs: 120_000 },
    );
    done = false;
    writing = scene.writeThrough(() => done);
    const before = await count('effects');
    await eventually(async () => expect(await count('effects')).toBeGreaterThan(before + 30), { withinMs: 20_000 });
  }, 180_000);
  afterEach(async () => {
    done = true;
    await writing;
    await scene.end();
    await databaseProxy.close();
    await database.drop();
  }, 60_000);

  const count = async (table: string) =>
    Number((await database.query<{ count: string }>(`select count(*) from ${table}`))[0]?.count);

  /** An event written from now on has its effect in time, and in the end all of them once and in order. */
  async function expectRecovery(): Promise<void> {
    const key = newId('consent');
    await eventually(() => scene.writeOne(key), { withinMs: resumedWithinMs });
    await eventually(
      async () => expect(await database.query('select from effects where key = $1', [key])).toHaveLength(1),
      { withinMs: resumedWithinMs },
    );
    done = true;
    await writing;
    await eventually(async () => expect(await scene.verdict()).toMatchObject(unharmed), { withinMs: 30_000 });
  }

  it.each(table)(
    'an event log that $fault for $seconds s keeps nobody from writing, and is caught up with afterwards',
    async ({ fault, seconds }) => {
      const { proxy } = breakable();
      const before = await count('outbox_events');
      await proxy.break(fault);
      await pause(seconds * 1_000);
      if (seconds >= 5) expect(await count('outbox_events')).toBeGreaterThan(before + 100);
      await proxy.mend();
      await expectRecovery();
    },
    60_000 + 1_000 * Math.max(...lengths),
  );

  it.each(table)(
    "a service's database that $fault for $seconds s makes nothing lost or doubled",
    async ({ fault, seconds }) => {
      await databaseProxy.break(fault);
      await pause(seconds * 1_000);
      await databaseProxy.mend();
      await expectRecovery();
      expect(await scene.deadLetters()).toEqual([]);
    },
    60_000 + 1_000 * Math.max(...lengths),
  );

  if (restart)
    it('an event log that is killed and starts again goes on where it was', async () => {
      await restart();
      await expectRecovery();
    }, 120_000);

  it.each(faults)(
    'relay and consumers stop while the event log %s, and another goes on after its return',
    async (fault) => {
      await breakable().proxy.break(fault);
      let ended = false;
      const ending = scene.end().then(() => (ended = true));
      await eventually(() => expect(ended).toBe(true), { withinMs: 20_000 });
      await ending;
      await breakable().proxy.mend();
      await scene.startRelay();
      await scene.startConsumers();
      await expectRecovery();
    },
    60_000,
  );
}
