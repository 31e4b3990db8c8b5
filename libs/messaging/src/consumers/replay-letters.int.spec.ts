import { eventually } from '@bindery/testing';
import { createTestEventLog, type TestEventLog } from '../testing/test-event-log';
import { MessagingScene, writeEffect } from '../testing/messaging-scene';
import { createTestServiceDatabase, type TestServiceDatabase } from '../testing/test-service-database';
import { askForReplay, discardDeadLetters, findDeadLetter, listDeadLetters } from '../dead-letters/dead-letter-store';

describe('dead letters', () => {
  let database: TestServiceDatabase;
  let eventLog: TestEventLog;
  let scene: MessagingScene;
  let isMended = false;

  beforeEach(async () => {
    [database, eventLog] = await Promise.all([createTestServiceDatabase(), createTestEventLog()]);
    scene = new MessagingScene(database, { eventLogUrl: eventLog.appUrl }, 'binding');
    isMended = false;
    await scene.startRelay();
    await scene.startConsumers(async (event, tx) => {
      if (!isMended && Number(event.sequence) === 2) throw new Error('not mended');
      await writeEffect(event, tx);
    });
    await scene.write(3, 1);
    await eventually(async () => expect(await listDeadLetters(database)).toHaveLength(1), { withinMs: 15_000 });
  });
  afterEach(async () => {
    await scene.end();
    await Promise.all([database.drop(), eventLog.drop()]);
  });

  const theOne = async () => (await listDeadLetters(database))[0]?.position ?? '';

  it('are listed with their cause, and by type of event', async () => {
    expect(await listDeadLetters(database, { eventType: 'bindery.consent.recorded.v1' })).toMatchObject([
      { cause: 'Error: not mended', tries: 5, state: 'OPEN', consumer: 'binding' },
    ]);
    expect(await listDeadLetters(database, { eventType: 'bindery.card.used.v1' })).toEqual([]);
  });

  it('have their effect once when replayed after the handler was mended', async () => {
    isMended = true;
    const position = await theOne();
    expect([await askForReplay(database, [position]), await askForReplay(database, [position])]).toEqual([1, 0]);
    await eventually(async () => expect(await findDeadLetter(database, position)).toMatchObject({ state: 'REPLAYED' }));
    expect(await scene.verdict()).toMatchObject({ lost: [], doubled: [] });
  });

  it('are open again when the replay fails', async () => {
    const position = await theOne();
    await askForReplay(database, [position]);
    await eventually(async () =>
      expect(await findDeadLetter(database, position)).toMatchObject({ state: 'OPEN', tries: 6 }),
    );
  });

  it('are never tried again once discarded', async () => {
    const position = await theOne();
    expect(await discardDeadLetters(database, [position])).toBe(1);
    expect(await askForReplay(database, [position])).toBe(0);
    expect(await listDeadLetters(database)).toEqual([]);
  });
});
