import { lastDayOf } from './holder-days.rules';

describe('lastDayOf', () => {
  it.each([
    ['2026-03-04T15:59:00Z', 'Asia/Shanghai', '2026-03-03'],
    ['2026-03-04T16:30:00Z', 'Asia/Shanghai', '2026-03-04'],
    ['2026-03-04T16:00:00Z', 'Asia/Shanghai', '2026-03-04'],
    ['2026-03-04T16:30:00Z', 'UTC', '2026-03-03'],
    ['2026-03-09T04:00:00Z', 'America/New_York', '2026-03-08'],
  ])('of %s in %s is %s', (deadline, zone, day) =>
    expect(lastDayOf(new Date(deadline), zone).toISOString().slice(0, 10)).toBe(day),
  );
});
