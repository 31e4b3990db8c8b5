import { addDays, beginningOf, dayOf, isCalendarDay, toMidnight } from './calendar-day';

/** One zone, spelt in as many ways: `asia/Shanghai`, `Asia/sHanghai` … */
const spellings = (count: number): string[] =>
  Array.from({ length: count }, (_, way) =>
    [...'America/Argentina/Buenos_Aires']
      .map((letter, place) => (way & (1 << (place % 16)) ? letter.toUpperCase() : letter.toLowerCase()))
      .join(''),
  );

describe('dayOf', () => {
  it('keeps few formats, however many ways somebody spells zones', () => {
    const made = jest.spyOn(Intl, 'DateTimeFormat');
    const moment = new Date('2026-03-01T12:00:00Z');
    const zones = spellings(300);
    for (const zone of [...zones, ...zones.slice(0, 1)]) expect(dayOf(moment, zone)).toBe('2026-03-01');
    expect(made).toHaveBeenCalledTimes(301);
    for (const zone of zones.slice(-100)) dayOf(moment, zone);
    expect(made).toHaveBeenCalledTimes(301);
    made.mockRestore();
  });

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

it('toMidnight is the day again in UTC', () => expect(dayOf(toMidnight('2026-03-02'), 'UTC')).toBe('2026-03-02'));

describe('beginningOf', () => {
  it.each([
    ['2026-03-02', 'Asia/Shanghai', '2026-03-01T16:00:00.000Z'],
    ['2026-03-02', 'UTC', '2026-03-02T00:00:00.000Z'],
    ['2026-07-02', 'Europe/London', '2026-07-01T23:00:00.000Z'],
    ['2026-03-09', 'America/New_York', '2026-03-09T04:00:00.000Z'],
    // The clocks leap from 00:00 to 01:00.
    ['2026-09-06', 'America/Santiago', '2026-09-06T04:00:00.000Z'],
    ['2026-01-01', 'Pacific/Kiritimati', '2025-12-31T10:00:00.000Z'],
    ['2026-01-01', 'Pacific/Niue', '2026-01-01T11:00:00.000Z'],
    ['2011-12-30', 'Pacific/Apia', '2011-12-30T10:00:00.000Z'],
  ])('%s in %s begins at %s', (day, zone, moment) => expect(beginningOf(day, zone).toISOString()).toBe(moment));

  it('is the first moment that dayOf says is of the day', () => {
    for (const zone of ['Asia/Shanghai', 'Europe/London', 'America/St_Johns', 'Australia/Lord_Howe', 'Asia/Kathmandu'])
      for (let day = '2026-01-01'; day < '2027-01-01'; day = addDays(day, 1)) {
        const begins = beginningOf(day, zone);
        expect(dayOf(begins, zone)).toBe(day);
        expect(dayOf(new Date(begins.getTime() - 1), zone)).toBe(addDays(day, -1));
      }
  });

  it('throws at what is no zone', () => expect(() => beginningOf('2026-01-01', 'Asia/Nowhere')).toThrow(RangeError));
});

describe('isCalendarDay', () => {
  it.each(['2026-03-02', '2028-02-29', '0001-01-01'])('takes %s', (day) => expect(isCalendarDay(day)).toBe(true));
  it.each(['2026-02-29', '2026-13-01', '2026-3-2', '20260302', '2026-03-02T00:00:00Z', '', ' 2026-03-02'])(
    'refuses %j',
    (day) => expect(isCalendarDay(day)).toBe(false),
  );
});
