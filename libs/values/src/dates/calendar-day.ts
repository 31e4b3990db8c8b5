/** A day of the calendar, `2026-03-02`: it sorts as text. When it begins is a matter of the time zone. */
export type CalendarDay = string;

/** Made once for each zone: a format takes longer to make than to use, by far. */
const formats = new Map<string, Intl.DateTimeFormat>();

/** The day that it is somewhere at a moment. `timeZone` is an IANA name; throws a RangeError if it is none. */
export function dayOf(moment: Date, timeZone: string): CalendarDay {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en', {
      timeZone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    });
    formats.set(timeZone, format);
  }
  const parts = Object.fromEntries(format.formatToParts(moment).map(({ type, value }) => [type, value]));
  return `${parts.year?.padStart(4, '0')}-${parts.month}-${parts.day}`;
}

/** So many days later, or earlier: the calendar's own days, whatever clocks do on them. */
export function addDays(day: CalendarDay, count: number): CalendarDay {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + count);
  return date.toISOString().slice(0, 10);
}

/**
 * The last day of which every minute is before a deadline: what a person who reads "until that day" can rely on. The deadline's own day is
 * not whole; where it falls on midnight, the day that ends then is.
 */
export const lastWholeDayBefore = (deadline: Date, timeZone: string): CalendarDay =>
  addDays(dayOf(deadline, timeZone), -1);

/** A day as the `Date` of its midnight in UTC: what formats of days take. */
export const toMidnight = (day: CalendarDay): Date => new Date(`${day}T00:00:00Z`);
