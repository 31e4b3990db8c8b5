import { eventually } from '@bindery/testing';
import { createMessageRun, upTo } from './message-run';
import { useTransports } from './use-transports';
import type { GroupMember, IncomingMessage, Transport } from '../transport/transport';

/** One kind of transport, as the contract wants to try it. */
export interface TransportUnderTest {
  /** A topic of six partitions that this transport may write to. */
  readonly topic: string;
  /** A name for a group that nobody used before. */
  newGroup(): string;
  /** Another transport on the same log, as another process would have. */
  connect(): Transport;
}

/** What every transport promises, whatever it stands on. Call inside a `describe`. */
export function itKeepsTheTransportContract(underTest: () => TransportUnderTest): void {
  const { connect, stopAfterwards } = useTransports(underTest);

  const join = async (group: string, handle: (message: IncomingMessage) => Promise<void>): Promise<GroupMember> => {
    const member = await connect().consume({ group, topics: [underTest().topic], handle });
    stopAfterwards(member);
    return member;
  };

  const newRun = () => createMessageRun(underTest().topic);
  const firstTimes = (numbers: readonly number[]) => [...new Set(numbers)];

  it('brings every message to every group, unchanged and in order per key', async () => {
    const { keys, batch, numbersOf, message } = newRun();
    const seen: IncomingMessage[][] = [[], []];
    for (const ofGroup of seen) await join(underTest().newGroup(), async (each) => void ofGroup.push(each));
    const transport = connect();
    for (let from = 0; from < 50; from += 10) await transport.publish(batch(from, from + 10));
    for (const ofGroup of seen)
      await eventually(() => keys.forEach((key) => expect(numbersOf(ofGroup, key)).toEqual(upTo(50))), {
        withinMs: 20_000,
      });
    const sent = message('0', 0);
    expect(seen[0]?.find((each) => each.headers.ce_id === sent.headers.ce_id)).toMatchObject(sent);
  });

  it('refuses a message that is too large before it writes any, and says so', async () => {
    const { message, isOurs } = newRun();
    const transport = connect();
    const seen: string[] = [];
    await join(underTest().newGroup(), async (each) => void (isOurs(each) && seen.push(each.value)));
    const publishing = transport.publish([message('a', 0), { ...message('a', 1), value: 'x'.repeat(2_000_000) }]);
    await expect(publishing).rejects.toMatchObject({
      name: 'MessageTooLarge',
      code: 'MESSAGE_TOO_LARGE',
      topic: underTest().topic,
    });
    await transport.publish([message('a', 2)]);
    await eventually(() => expect(seen).toEqual(['{"number":2}']), { withinMs: 20_000 });
  });

  it('brings large messages that were published together, in their order', async () => {
    const { message, isOurs } = newRun();
    const seen: string[] = [];
    await join(underTest().newGroup(), async (each) => void (isOurs(each) && seen.push(each.value.slice(0, 2))));
    const large = upTo(12).map((number) => ({
      ...message('a', number),
      value: `${number}`.padStart(2, '0').padEnd(300_000, '.'),
    }));
    await connect().publish(large);
    await eventually(() => expect(seen).toEqual(upTo(12).map((number) => `${number}`.padStart(2, '0'))), {
      withinMs: 20_000,
    });
  });

  it('brings a message again until it is handled, and holds back those behind it', async () => {
    const { keys, batch, numbersOf, isOurs } = newRun();
    const handled: IncomingMessage[] = [];
    let refusals = 0;
    await join(underTest().newGroup(), async (each) => {
      if (isOurs(each) && JSON.parse(each.value).number === 1 && refusals < 5) {
        refusals += 1;
        throw new Error('not yet');
      }
      handled.push(each);
    });
    await connect().publish(batch(0, 4));
    await eventually(() => keys.forEach((key) => expect(firstTimes(numbersOf(handled, key))).toEqual(upTo(4))), {
      withinMs: 20_000,
    });
    expect(refusals).toBe(5);
  });

  it('waits for the message being handled when it stops, and goes on behind it afterwards', async () => {
    const { message, isOurs } = newRun();
    const group = underTest().newGroup();
    const seen: string[] = [];
    let release: (() => void) | undefined;
    const member = await join(group, async (each) => {
      if (!isOurs(each)) return;
      await new Promise<void>((resolve) => (release = resolve));
      seen.push(each.value);
    });
    const transport = connect();
    await transport.publish([message('a', 0), message('a', 1)]);
    await eventually(() => expect(release).toBeDefined(), { withinMs: 20_000 });
    const stopped = member.stop();
    release?.();
    await stopped;
    expect(seen).toEqual(['{"number":0}']);
    await join(group, async (each) => void (isOurs(each) && seen.push(each.value)));
    await eventually(() => expect(seen).toEqual(['{"number":0}', '{"number":1}']), { withinMs: 20_000 });
  });

  it('loses nothing and keeps the order per key while a group grows from 1 to 3 and shrinks to 1', async () => {
    const { keys, batch, numbersOf, isOurs } = newRun();
    const group = underTest().newGroup();
    const handled: IncomingMessage[] = [];
    const counts = [0, 0, 0];
    const handlerOf = (index: number) => async (each: IncomingMessage) => {
      if (!isOurs(each)) return;
      counts[index] = (counts[index] ?? 0) + 1;
      handled.push(each);
    };
    const transport = connect();
    let number = 0;
    const publishUntil = async (done: () => boolean) => {
      for (const deadline = Date.now() + 20_000; !done(); number += 5) {
        if (Date.now() > deadline) throw new Error(`members saw ${counts.join(', ')} messages`);
        await transport.publish(batch(number, number + 5));
      }
    };
    await join(group, handlerOf(0));
    await publishUntil(() => (counts[0] ?? 0) > 0);
    const others = [await join(group, handlerOf(1)), await join(group, handlerOf(2))];
    await publishUntil(() => counts.every((count) => count > 0));
    for (const other of others) await other.stop();
    await transport.publish(batch(number, (number += 5)));
    await eventually(() => keys.forEach((key) => expect(firstTimes(numbersOf(handled, key))).toEqual(upTo(number))), {
      withinMs: 30_000,
    });
  });
}
