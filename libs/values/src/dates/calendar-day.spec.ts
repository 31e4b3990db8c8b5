import { addDays, dayOf, lastWholeDayBefore, toMidnight } from './calendar-day';

describe('dayOf', () => {
  it.each([
    ['2026-03-01T15:59:59.999Z', 'Asia/Shanghai', '2026-03-01'],
    ['2026-03-01T16:00:00Z', 'Asia/Shanghai', '2026-03-02'],
    ['2026-03-01T16:00:00Z', 'UTC', '2026-03-01'],
    ['2026-01-01T04:59:59Z', 'America/New_York', '2025-12-31'],
    ['2024-02-29T12:00:00Z', 'Europe/London', '2024-02-29'],
    // Summer time: midnight is at 23:00 UTC.
    ['2026-07-01T23:00:00Z', 'Europe/London', '2026-07-02'],
    ['0099-12-31T00:00:00Z', 'UTC', '0099-12-31'],
  ])('says that %s in %s is %s', (moment, zone, day) => expect(dayOf(new Date(moment), zone)).toBe(day));

  it('throws at what is no zone', () => expect(() => dayOf(new Date(0), 'Asia/Nowhere')).toThrow(RangeError));
});

describe('addDays', () => {
  it.each([
    ['2026-02-28', 1, '2026-03-01'],
    ['2028-02-28', 1, '2028-02-29'],
    ['2026-01-01', -1, '2025-12-31'],
    ['2026-03-02', 0, '2026-03-02'],
    ['2026-03-02', 730, '2028-03-01'],
  ])('%s and %d days are %s', (day, count, expected) => expect(addDays(day, count)).toBe(expected));
});

describe('lastWholeDayBefore', () => {
  it.each([
    ['in the morning', '2026-03-02T00:30:00Z', 'Asia/Shanghai', '2026-03-01'],
    ['a minute before midnight', '2026-03-02T15:59:00Z', 'Asia/Shanghai', '2026-03-01'],
    ['at midnight', '2026-03-02T16:00:00Z', 'Asia/Shanghai', '2026-03-02'],
    ['the same moment elsewhere', '2026-03-02T16:00:00Z', 'UTC', '2026-03-01'],
    // In the night to 8 March 2026 New York has 23 hours.
    ['the day clocks go forward', '2026-03-09T04:00:00Z', 'America/New_York', '2026-03-08'],
  ])('of a deadline %s (%s, %s) is %s', (_when, deadline, zone, day) =>
    expect(lastWholeDayBefore(new Date(deadline), zone)).toBe(day),
  );
});

it('toMidnight is the day again in UTC', () => expect(dayOf(toMidnight('2026-03-02'), 'UTC')).toBe('2026-03-02'));
