import { delayAfterMs, failuresMax } from './account-lock.rules';

describe('delayAfterMs', () => {
  it('forgives four failures and doubles from the fifth on, to a quarter of an hour', () => {
    expect([1, 2, 3, 4, 5, 6, 7, 14, 15, 49].map(delayAfterMs)).toEqual([
      0, 0, 0, 0, 1_000, 2_000, 4_000, 512_000, 900_000, 900_000,
    ]);
  });

  it('lets nobody use up all guesses within eight hours', () => {
    const total = Array.from({ length: failuresMax - 1 }, (_, index) => delayAfterMs(index + 1)).reduce(
      (sum, delay) => sum + delay,
    );
    expect(total).toBeGreaterThan(8 * 60 * 60_000);
  });
});
