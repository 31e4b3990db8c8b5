import { eventually } from '@bindery/testing';
import { crashPoints } from './crash-point';
import { MessagingScene, writeEffect } from './messaging-scene';
import { createTestServiceDatabase, terminate, type TestServiceDatabase } from './test-service-database';
import type { EventLogAddress } from '../create-event-log';

export interface SurroundingsUnderTest {
  address(): EventLogAddress;
  newGroup(): string;
}

/** How long to wait for what takes a second on a calm machine; what is claimed is that it comes, not how soon. */
const patienceMs = 90_000;
const testMs = 150_000;

const unharmed = { lost: [], doubled: [], outOfOrder: [] };

/** What holds from a committed transaction to its effects elsewhere, whichever log lies between. Call inside a `describe`. */
export function itSurvives({ address, newGroup }: SurroundingsUnderTest): void {
  let database: TestServiceDatabase;
  let scene: MessagingScene;

  beforeEach(async () => {
    database = await createTestServiceDatabase();
    scene = new MessagingScene(database, address(), newGroup());
  });
  afterEach(async () => {
    await scene.end();
    await database.drop();
  });

  const effects = async () =>
    Number((await database.query<{ count: string }>('select count(*) from effects'))[0]?.count);
  const nothingLost = () =>
    eventually(async () => expect(await scene.verdict()).toMatchObject(unharmed), { withinMs: patienceMs });

  describe.each(crashPoints)('a relay killed at: %s', (point) => {
    it(
      'loses nothing, doubles no effect and keeps the order',
      async () => {
        if (point === 'marked-uncommitted') await database.asOwner(slowCommits);
        await scene.startConsumers();
        let crashed = false;
        const writing = scene.write(100_000, 6, () => crashed);
        const signal = await scene.runUntilCrash(point).finally(() => (crashed = true));
        // What the dead process had begun is undone, as when the server notices the end of the connection in time.
        await terminate(database, 'binding relay');
        await writing;
        expect(signal).toBe('SIGKILL');
        await database.asOwner(['drop trigger if exists slow_commit on outbox_events']);
        await scene.startRelay();
        await nothingLost();
        expect((await scene.verdict()).written).toBeGreaterThan(0);
      },
      testMs,
    );
  });

  it(
    'loses nothing and keeps the order while consumers grow from 1 to 3 and shrink to 1, twice',
    async () => {
      await scene.startRelay();
      await scene.startConsumers();
      for (let round = 0; round < 2; round++) {
        const writing = scene.write(90);
        const others = [await scene.startConsumers(), await scene.startConsumers()];
        await writing;
        await scene.write(30);
        for (const other of others) await other.stop();
        await scene.write(30);
      }
      await nothingLost();
    },
    testMs,
  );

  it(
    'goes on with the others when a handler fails now and then, for the whole batch or for one event',
    async () => {
      let calls = 0;
      await scene.startRelay();
      await scene.startConsumers(async (event, tx) => {
        calls += 1;
        if (calls % 50 === 0) throw new Error('now and then');
        await writeEffect(event, tx);
      });
      await scene.write(60);
      await nothingLost();
      expect(await scene.deadLetters()).toEqual([]);
    },
    testMs,
  );

  it(
    'leaves nothing half done when it drains under load',
    async () => {
      await scene.startRelay();
      let done = false;
      const writing = scene.write(100_000, 6, () => done);
      for (let round = 1; round <= 3; round++) {
        const consumers = await scene.startConsumers();
        await eventually(async () => expect(await effects()).toBeGreaterThan(round * 100), { withinMs: 15_000 });
        await consumers.stop();
      }
      done = true;
      await writing;
      await scene.startConsumers();
      await nothingLost();
    },
    testMs,
  );
}

/** Between the marks and their commit lies enough time to die in it. */
const slowCommits = [
  `create or replace function sleep_once() returns trigger language plpgsql as $$ begin
     if current_setting('test.slept_in', true) is distinct from txid_current()::text then
       perform set_config('test.slept_in', txid_current()::text, false), pg_sleep(0.3);
     end if;
     return null;
   end $$`,
  `create constraint trigger slow_commit after update on outbox_events deferrable initially deferred for each row execute function sleep_once()`,
];
