import { eventually } from '@bindery/testing';
import { createMessageRun, upTo, type MessageRun } from './message-run';
import { useTransports } from './use-transports';
import type { IncomingMessage, Tail } from '../transport/transport';
import type { TransportUnderTest } from './transport-contract';

/** What every transport's tail promises. Call inside a `describe`. */
export function itKeepsTheTailContract(underTest: () => TransportUnderTest): void {
  const { connect, stopAfterwards } = useTransports(underTest);
  const tail = (from: Date, onMessage: (message: IncomingMessage) => void | Promise<void>): Tail => {
    const started = connect().tail({ topics: [underTest().topic], from, onMessage });
    stopAfterwards(started);
    return started;
  };
  const newRun = () => createMessageRun(underTest().topic);
  const expectAll = (run: MessageRun, seen: readonly IncomingMessage[], numbers: readonly number[]) =>
    eventually(() => run.keys.forEach((key) => expect(run.numbersOf(seen, key)).toEqual(numbers)), {
      withinMs: 20_000,
    });

  it('tells each tail of every message from a time on, once and in the order of its key, with its position', async () => {
    const run = newRun();
    const transport = connect();
    await transport.publish(run.batch(0, 5));
    const from = await nextMoment();
    await transport.publish(run.batch(5, 10));
    const seen: IncomingMessage[][] = [[], []];
    for (const ofTail of seen) tail(from, (message) => void (run.isOurs(message) && ofTail.push(message)));
    for (const ofTail of seen) await expectAll(run, ofTail, upTo(10).slice(5));
    await transport.publish(run.batch(10, 12));
    for (const ofTail of seen) await expectAll(run, ofTail, upTo(12).slice(5));
    const positions = seen[0]?.map(({ partition, offset }) => `${partition}@${offset}`) ?? [];
    expect(new Set(positions).size).toBe(7 * run.keys.length);
  });

  it('begins at the beginning when asked from the earliest time', async () => {
    const run = newRun();
    await connect().publish(run.batch(0, 3));
    const seen: IncomingMessage[] = [];
    tail(new Date(0), (message) => void (run.isOurs(message) && seen.push(message)));
    await expectAll(run, seen, upTo(3));
  });

  it('knows as of when it has told everything: not before, and on and on while nothing comes', async () => {
    const run = newRun();
    await connect().publish(run.batch(0, 3));
    const seen: IncomingMessage[] = [];
    let release: (() => void) | undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    const begun = Date.now();
    const started = tail(new Date(0), async (message) => {
      await held;
      if (run.isOurs(message)) seen.push(message);
    });
    await eventually(() => expect(started.toldAsOf).toBe(0));
    release?.();
    await eventually(() => expect(started.toldAsOf).toBeGreaterThanOrEqual(begun), { withinMs: 20_000 });
    run.keys.forEach((key) => expect(run.numbersOf(seen, key)).toEqual(upTo(3)));
    const before = started.toldAsOf;
    await eventually(() => expect(started.toldAsOf).toBeGreaterThan(before), { withinMs: 20_000 });
  });

  it('goes on when its listener fails', async () => {
    const run = newRun();
    const seen: IncomingMessage[] = [];
    tail(await nextMoment(), (message) => {
      if (run.isOurs(message)) seen.push(message);
      if (seen.length % 3 === 0) throw new Error('cannot take this');
    });
    await connect().publish(run.batch(0, 3));
    await expectAll(run, seen, upTo(3));
  });

  it('waits for its listener when it stops, and tells it nothing afterwards', async () => {
    const run = newRun();
    const seen: string[] = [];
    let release: (() => void) | undefined;
    const started = tail(await nextMoment(), async (message) => {
      if (!run.isOurs(message)) return;
      await new Promise<void>((resolve) => (release = resolve));
      seen.push(message.value);
    });
    await connect().publish([run.message('a', 0), run.message('a', 1)]);
    await eventually(() => expect(release).toBeDefined(), { withinMs: 20_000 });
    const stopped = started.stop();
    release?.();
    await stopped;
    expect(seen).toEqual(['{"number":0}']);
  });
}

/** Logs keep times in milliseconds: this is later than all that was written before. */
async function nextMoment(): Promise<Date> {
  const before = Date.now();
  await eventually(() => expect(Date.now()).toBeGreaterThan(before + 1));
  return new Date();
}
