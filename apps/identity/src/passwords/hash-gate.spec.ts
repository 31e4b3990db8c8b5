import { TestClock } from '@bindery/kernel';
import { createHashGate } from './hash-gate';

const clock = new TestClock();

/** Work that ends when told. */
function held() {
  let end: () => void = () => undefined;
  const done = new Promise<void>((resolve) => (end = resolve));
  let started = false;
  return { end, isStarted: () => started, work: () => ((started = true), done) };
}

describe('createHashGate', () => {
  it('works so many at once, lets so many wait in turn, and refuses more with a time to come again (requirement 27)', async () => {
    const gate = createHashGate({ atOnce: 1, waitingMax: 1, clock });
    const [first, second] = [held(), held()];
    const [one, two] = [gate.run(first.work), gate.run(second.work)];
    expect(await gate.run(async () => 'third')).toEqual({
      ok: false,
      error: { kind: 'OVERLOADED', retryAt: new Date(clock.now().getTime() + 2_000) },
    });
    expect([first.isStarted(), second.isStarted()]).toEqual([true, false]);
    first.end();
    await one;
    second.end();
    await two;
    expect(second.isStarted()).toBe(true);
    expect(await gate.run(async () => 'free')).toEqual({ ok: true, value: 'free' });
  });

  it('frees the place of work that throws', async () => {
    const gate = createHashGate({ atOnce: 1, waitingMax: 0, clock });
    await expect(gate.run(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    expect(await gate.run(async () => 'free')).toEqual({ ok: true, value: 'free' });
  });
});
