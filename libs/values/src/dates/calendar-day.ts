import { createNewest } from '@bindery/kernel';

/** A day of the calendar, `2026-03-02`: it sorts as text. When it begins is a matter of the time zone. */
export type CalendarDay = string;

/** Made once for each zone: a format takes longer to make than to use, by far. Who asks names the zone, in capitals or not: a few are remembered. */
const formats = createNewest<Intl.DateTimeFormat>(200);

/** The day that it is somewhere at a moment. `timeZone` is an IANA name; throws a RangeError if it is none. */
export function dayOf(moment: Date, timeZone: string): CalendarDay {
  const format = formats.of(timeZone, () => makeFormat(timeZone));
  const parts = Object.fromEntries(format.formatToParts(moment).map(({ type, value }) => [type, value]));
  return `${parts.year?.padStart(4, '0')}-${parts.month}-${parts.day}`;
}

const makeFormat = (timeZone: string) =>
  new Intl.DateTimeFormat('en', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });

/** So many days later, or earlier: the calendar's own days, whatever clocks do on them. */
export function addDays(day: CalendarDay, count: number): CalendarDay {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + count);
  return date.toISOString().slice(0, 10);
}

/** A day as the `Date` of its midnight in UTC: what formats of days take. */
export const toMidnight = (day: CalendarDay): Date => new Date(`${day}T00:00:00Z`);

const dayMs = 24 * 60 * 60_000;

/** Whether it is written as a day and the calendar has it. */
export function isCalendarDay(text: string): boolean {
  const midnight = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : NaN;
  return !Number.isNaN(midnight) && new Date(midnight).toISOString().slice(0, 10) === text;
}

/**
 * The first moment of a day somewhere, to the second: midnight, or where clocks leap over it what follows. Of a day that a place never had (Samoa, 30 December
 * 2011) it is the beginning of the next. Throws a RangeError if it is no zone.
 */
export function beginningOf(day: CalendarDay, timeZone: string): Date {
  const midnight = toMidnight(day).getTime();
  // No zone is a day and more from UTC.
  let [before, from] = [(midnight - 1.25 * dayMs) / 1000, (midnight + 1.25 * dayMs) / 1000];
  while (from - before > 1) {
    const middle = Math.floor((before + from) / 2);
    if (dayOf(new Date(middle * 1000), timeZone) >= day) from = middle;
    else before = middle;
  }
  return new Date(from * 1000);
}
