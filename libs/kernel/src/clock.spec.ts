import { setAlarm } from './alarm';
import { PlatformClock, TestClock, type Clock } from './clock';

const dayMs = 86_400_000;

describe('the clock of the platform', () => {
  it('shows the time of this computer, and so much later as it was moved', async () => {
    const clock = new PlatformClock();
    expect(Math.abs(clock.nowMs() - Date.now())).toBeLessThan(1_000);
    await clock.moveTo(30 * dayMs);
    expect(Math.abs(clock.now().getTime() - Date.now() - 30 * dayMs)).toBeLessThan(1_000);
    expect(clock.aheadMs).toBe(30 * dayMs);
  });

  it.each([-1, 999, NaN, Infinity, 1_000.5])('is never moved to %p when it is 1 s ahead', async (ms) => {
    const clock = new PlatformClock();
    await clock.moveTo(1_000);
    await expect(clock.moveTo(ms)).rejects.toThrow(RangeError);
    expect(clock.aheadMs).toBe(1_000);
  });

  it('waits for all that follows of a move, whatever one of them cannot do, and tells nobody of none', async () => {
    const clock = new PlatformClock();
    const told: string[] = [];
    clock.onMove(() => Promise.reject(new Error('not now')));
    const forget = clock.onMove(async () => {
      await new Promise(setImmediate);
      told.push(`${clock.aheadMs}`);
    });
    await clock.moveTo(5);
    await clock.moveTo(5);
    expect(told).toEqual(['5']);
    forget();
    await clock.moveTo(6);
    expect(told).toEqual(['5']);
  });
});

describe('an alarm', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  const ringsAfter = (clock: Clock, ms: number) => {
    const rung = jest.fn();
    const off = setAlarm(clock, clock.now().getTime() + ms, rung);
    return { rung, off };
  };

  it('rings once, at its time, and at once where that is over', () => {
    const clock = new PlatformClock();
    const [soon, over] = [ringsAfter(clock, 1_000), ringsAfter(clock, -1_000)];
    jest.advanceTimersByTime(0);
    expect([soon.rung.mock.calls.length, over.rung.mock.calls.length]).toEqual([0, 1]);
    jest.advanceTimersByTime(1_000);
    jest.advanceTimersByTime(5_000);
    expect([soon.rung.mock.calls.length, over.rung.mock.calls.length]).toEqual([1, 1]);
  });

  it.each([
    ['the clock of the platform', new PlatformClock(), (clock: Clock) => (clock as PlatformClock).moveTo(40 * dayMs)],
    ['a test', new TestClock(), (clock: Clock) => (clock as TestClock).advance(40 * dayMs)],
  ])('rings when %s was moved past its time, and not before', (_whose, clock, move) => {
    const [within, beyond] = [ringsAfter(clock, 39 * dayMs), ringsAfter(clock, 41 * dayMs)];
    void move(clock);
    jest.advanceTimersByTime(0);
    expect([within.rung.mock.calls.length, beyond.rung.mock.calls.length]).toEqual([1, 0]);
  });

  it('rings after months, which no timer is long enough for', () => {
    const { rung } = ringsAfter(new PlatformClock(), 90 * dayMs);
    jest.advanceTimersByTime(90 * dayMs - 1);
    expect(rung).not.toHaveBeenCalled();
    jest.advanceTimersByTime(1);
    expect(rung).toHaveBeenCalledTimes(1);
  });

  it('that was called off does not ring, whatever becomes of the clock', () => {
    const clock = new TestClock();
    const { rung, off } = ringsAfter(clock, 10);
    off();
    clock.advance(dayMs);
    jest.advanceTimersByTime(dayMs);
    expect(rung).not.toHaveBeenCalled();
  });
});
