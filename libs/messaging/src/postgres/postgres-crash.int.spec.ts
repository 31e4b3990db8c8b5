import { setTimeout as pause } from 'node:timers/promises';
import { eventually } from '@bindery/testing';
import { MessagingScene } from '../testing/messaging-scene';
import { startOwnPostgresLog, type OwnPostgresLog } from '../testing/own-postgres-log';
import { silentLog } from '../testing/test-event-log';
import { createTestServiceDatabase, type TestServiceDatabase } from '../testing/test-service-database';
import { createPostgresTransport } from './postgres-transport';

const crashes = 12;

describe('a PostgreSQL of the event log that crashes under load', () => {
  let database: TestServiceDatabase;
  let log: OwnPostgresLog;
  let scene: MessagingScene;
  beforeAll(async () => {
    [database, log] = await Promise.all([createTestServiceDatabase(), startOwnPostgresLog()]);
    scene = new MessagingScene(database, { eventLogUrl: log.url }, 'binding');
  }, 60_000);
  afterAll(async () => {
    await scene.end();
    await Promise.all([database.drop(), log.end()]);
  }, 30_000);

  it('forgets messages that were read already, and all the same nothing is lost, doubled or out of order', async () => {
    // What a tail was told, by position: a position stands for one message for ever, although the message may be forgotten.
    const told = new Map<string, string>();
    const twice: string[] = [];
    const transport = createPostgresTransport({ url: log.url, service: 'binding', log: silentLog });
    const tail = transport.tail({
      topics: ['bindery.binding'],
      from: new Date(0),
      onMessage({ partition, offset, headers: { ce_id: id = '' } }) {
        const place = `${partition}/${offset}`;
        if ((told.get(place) ?? id) !== id) twice.push(place);
        told.set(place, id);
      },
    });
    await scene.startRelay();
    await scene.startConsumers();
    let done = false;
    const writing = scene.writeThrough(() => done, 12);
    for (let crash = 1; crash <= crashes; crash++) {
      const before = told.size;
      await eventually(() => expect(told.size).toBeGreaterThan(before + 50), { withinMs: 20_000 });
      await pause(Math.random() * 100);
      await log.crash();
    }
    done = true;
    await writing;
    await eventually(
      async () => expect(await scene.verdict()).toMatchObject({ lost: [], doubled: [], outOfOrder: [] }),
      { withinMs: 30_000 },
    );
    const written = await database.query<{ event_id: string }>('select event_id from outbox_events');
    await eventually(
      () =>
        expect(written.map(({ event_id }) => event_id).filter((id) => ![...told.values()].includes(id))).toEqual([]),
      { withinMs: 30_000 },
    );
    expect(twice).toEqual([]);
    const kept = new Set(
      (await log.query<{ place: string }>("select partition || '/' || position as place from event_log.messages")).map(
        ({ place }) => place,
      ),
    );
    // Else nothing was forgotten, or its positions were given to others.
    expect([...told.keys()].filter((place) => !kept.has(place)).length).toBeGreaterThan(0);
    await tail.stop();
    await transport.close();
  }, 180_000);
});
