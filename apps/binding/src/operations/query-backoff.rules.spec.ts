import { queryDelayMs } from './query-backoff.rules';

describe('queryDelayMs', () => {
  it('doubles up to a minute, and is slow once there is a case', () => {
    expect([0, 1, 2, 5, 6, 60].map((asked) => queryDelayMs(asked, false))).toEqual([
      1_000, 2_000, 4_000, 32_000, 60_000, 60_000,
    ]);
    expect(queryDelayMs(0, true)).toBe(300_000);
  });
});
