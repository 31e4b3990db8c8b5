import { queryDelayMs } from './query-backoff.rules';

describe('queryDelayMs', () => {
  it('doubles up to a minute, and is slow once there is a case', () => {
    expect([0, 1, 2, 5, 6, 60].map((asked) => queryDelayMs(asked, 1e9))).toEqual([
      1_000, 2_000, 4_000, 32_000, 60_000, 60_000,
    ]);
    expect(queryDelayMs(0, 0)).toBe(300_000);
  });

  it('is as often as the provider tells too little by itself', () => {
    expect((['POLL', 'WEBHOOK', 'SYNCHRONOUS'] as const).map((tells) => queryDelayMs(60, 1e9, tells))).toEqual([
      10_000, 60_000, 300_000,
    ]);
  });

  it('asks at the deadline at the latest', () => {
    expect(queryDelayMs(60, 7_000)).toBe(7_000);
    expect(queryDelayMs(0, 1)).toBe(1);
  });
});
