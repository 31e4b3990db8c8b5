import { timedOut, withTimeout } from './with-timeout';

const never = new Promise<string>(() => undefined);

describe('withTimeout', () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => {
    expect(jest.getTimerCount()).toBe(0);
    jest.useRealTimers();
  });

  it('answers what the work comes to', async () => {
    expect(await withTimeout(Promise.resolve('done'), 100)).toBe('done');
    await expect(withTimeout(Promise.reject(new Error('failed')), 100)).rejects.toThrow('failed');
  });

  it('answers that the time has passed, and heeds nothing that comes later', async () => {
    let fail: (error: Error) => void = () => undefined;
    const slow = withTimeout(new Promise<string>((_, reject) => (fail = reject)), 100);
    await jest.advanceTimersByTimeAsync(100);
    expect(await slow).toBe(timedOut);
    fail(new Error('too late'));
  });

  it('counts from a signal, for as long as it takes to fire', async () => {
    const stopping = new AbortController();
    let answer: unknown;
    const waiting = withTimeout(never, 100, stopping.signal).then((given) => (answer = given));
    await jest.advanceTimersByTimeAsync(1_000_000);
    expect(answer).toBeUndefined();
    stopping.abort();
    await jest.advanceTimersByTimeAsync(99);
    expect(answer).toBeUndefined();
    await jest.advanceTimersByTimeAsync(1);
    await waiting;
    expect(answer).toBe(timedOut);
  });

  it('counts from now where the signal has fired', async () => {
    const waiting = withTimeout(never, 100, AbortSignal.abort());
    await jest.advanceTimersByTimeAsync(100);
    expect(await waiting).toBe(timedOut);
  });
});
