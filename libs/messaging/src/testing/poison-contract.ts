import { randomBytes } from 'node:crypto';
import type { EventOf } from '@bindery/event-contracts';
import { newId, systemClock } from '@bindery/kernel';
import { eventually } from '@bindery/testing';
import { askForReplay, findDeadLetter } from '../dead-letters/dead-letter-store';
import { createOutbox } from '../outbox/create-outbox';
import type { EventLogAddress } from '../create-event-log';
import type { OutgoingMessage } from '../transport/transport';
import { MessagingScene, writeEffect } from './messaging-scene';
import { consentRecorded } from './test-events';
import { createTestServiceDatabase, type TestServiceDatabase } from './test-service-database';

export interface PoisonableLog {
  address(): EventLogAddress;
  newGroup(): string;
  /** Writes into a topic that permits large messages as anybody may who has the right to, past the checks of our own transport. */
  writeFromElsewhere(messages: readonly OutgoingMessage[]): Promise<void>;
  /** Writes, beside this message in its partition, all that may lie in such a log and is no message; answers how many. */
  writeMalformed(beside: OutgoingMessage): Promise<number>;
}

interface Letter {
  readonly position: string;
  readonly cause: string;
  readonly tries: number;
  readonly failed_at: Date;
}

/** What messages that cannot be handled do to those that can: nothing. Call inside a `describe`. */
export function itPutsPoisonAside({ address, newGroup, writeFromElsewhere, writeMalformed }: PoisonableLog): void {
  const outbox = createOutbox({ service: 'binding', clock: systemClock });
  let database: TestServiceDatabase;
  let scene: MessagingScene;
  let key: string;
  let isMended: boolean;
  let tried: number[];

  beforeEach(async () => {
    isMended = false;
    tried = [];
    key = newId('consent');
    database = await createTestServiceDatabase();
    scene = new MessagingScene(database, address(), newGroup());
    await scene.startConsumers(async (event, tx) => {
      if (isPoison(event)) {
        tried.push(Date.now());
        if (!isMended) throw new Error('cannot do this');
      }
      await writeEffect(event, tx);
    });
    // A log that others used before is read to its end first.
    const first = await message();
    await writeFromElsewhere([first]);
    await expectEffects([first], 30_000);
  }, 60_000);
  afterEach(async () => {
    await scene.end();
    await database.drop();
  });

  const isPoison = (event: EventOf<'bindery.consent.recorded.v1'>) => event.data.version === `poison-${key.slice(-8)}`;

  /** An event as the outbox writes it, never published by it. */
  async function message(ofKey = key, data = {}): Promise<OutgoingMessage> {
    const event = consentRecorded(ofKey);
    await database.runInTransaction((tx) => outbox.append(tx, { ...event, data: { ...event.data, ...data } }));
    const [row] = await database.query<OutgoingMessage>(
      'select topic, key, headers, value from outbox_events order by position desc limit 1',
    );
    if (!row) throw new Error('nothing was appended');
    return row;
  }
  const poison = () => message(key, { version: `poison-${key.slice(-8)}` });
  const idsOf = (messages: readonly OutgoingMessage[]) => messages.map(({ headers }) => headers.ce_id);
  const expectEffects = (messages: readonly OutgoingMessage[], withinMs = 20_000) =>
    eventually(
      async () =>
        expect(
          (
            await database.query<{ event_id: string }>(
              'select event_id from effects where event_id = any ($1) order by position',
              [idsOf(messages)],
            )
          ).map((row) => row.event_id),
        ).toEqual(idsOf(messages)),
      { withinMs },
    );
  const letters = () =>
    database.query<Letter>(
      'select position, cause, tries, failed_at from dead_letters where key = $1 order by position',
      [key],
    );

  it('puts aside bad JSON, unknown types, no envelope, 2 MB and what no handler can do, and goes on behind them', async () => {
    const bad = await message();
    const throwing = await poison();
    const large = await message();
    const last = await message();
    await writeFromElsewhere([
      { ...bad, value: '{not json' },
      { ...bad, headers: { ...bad.headers, ce_id: newId('event'), ce_type: 'bindery.consent.withdrawn.v9' } },
      { ...bad, headers: {} },
      throwing,
      { ...large, value: JSON.stringify({ blob: randomBytes(1_000_000).toString('hex') }) },
      last,
    ]);
    await expectEffects([last]);
    const found = await letters();
    expect(found.map(({ cause, tries }) => `${tries} ${cause.split(':')[0]}`)).toEqual([
      '0 DATA_NOT_JSON',
      '0 TYPE_UNKNOWN',
      '0 ENVELOPE_MALFORMED',
      '5 Error',
      '0 DATA_MALFORMED',
    ]);
    // The bound of the fault catalogue, from the first try to the letter.
    expect((found[3]?.failed_at.getTime() ?? Infinity) - (tried[0] ?? 0)).toBeLessThan(5_000);
  }, 60_000);

  it('puts aside what is no message at all, and goes on behind it', async () => {
    const [beside, last] = [await message(), await message()];
    const count = await writeMalformed(beside);
    await writeFromElsewhere([last]);
    await expectEffects([last], 40_000);
    const found = await letters();
    expect(found).toHaveLength(count);
    for (const { cause, tries } of found)
      expect(`${tries} ${cause}`).toMatch(/^0 (ENVELOPE_MALFORMED|DATA_NOT_JSON|TYPE_UNKNOWN|DATA_MALFORMED)/);
  }, 60_000);

  it('keeps other partitions out of it', async () => {
    const others: OutgoingMessage[] = [];
    while (others.length < 12) others.push(await message(newId('consent')));
    await writeFromElsewhere([await poison()]);
    await eventually(() => expect(tried.length).toBeGreaterThan(0));
    await writeFromElsewhere(others);
    // Some share the partition; six partitions leave some that do not.
    await eventually(async () =>
      expect(await database.query('select from effects where event_id = any ($1)', [idsOf(others)])).not.toEqual([]),
    );
    expect(await letters()).toEqual([]);
    await eventually(
      async () =>
        expect(await database.query('select from effects where event_id = any ($1)', [idsOf(others)])).toHaveLength(12),
      { withinMs: 20_000 },
    );
  }, 60_000);

  it('has the effect of a letter, once, when it is replayed after the handler was mended', async () => {
    const throwing = await poison();
    await writeFromElsewhere([throwing]);
    const letter = await eventually(async () => (await letters())[0] ?? Promise.reject(new Error('no letter yet')), {
      withinMs: 20_000,
    });
    isMended = true;
    expect(await askForReplay(database, [letter.position])).toBe(1);
    await eventually(async () =>
      expect(await findDeadLetter(database, letter.position)).toMatchObject({ state: 'REPLAYED' }),
    );
    await writeFromElsewhere([throwing]);
    const last = await message();
    await writeFromElsewhere([last]);
    await expectEffects([throwing, last]);
  }, 60_000);
}
