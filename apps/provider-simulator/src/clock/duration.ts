/** A span of the calendar, as ISO 8601 writes it. */
const written = /^P(?=.)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?=.)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;

/** No part of a duration has more digits in earnest, and no date is further away. */
const digitsMax = 9;

/** The moment so much after `from`, in UTC; a month that is too short ends it. Undefined for what is no duration. */
export function addDuration(from: Date, duration: string): Date | undefined {
  const parts = written.exec(duration.trim())?.slice(1);
  if (!parts || parts.some((part) => (part ?? '').length > digitsMax)) return undefined;
  const [years = 0, months = 0, weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = parts
    .map(Number)
    .map((n) => n || 0);
  const at = addMonths(from, years * 12 + months);
  const ms = (((weeks * 7 + days) * 24 + hours) * 60 + minutes) * 60_000 + seconds * 1_000;
  const end = new Date(at.getTime() + ms);
  return Number.isNaN(end.getTime()) ? undefined : end;
}

function addMonths(from: Date, months: number): Date {
  const at = new Date(from);
  at.setUTCMonth(at.getUTCMonth() + months);
  // The 31st of a month of thirty days would be the first of the next.
  if (at.getUTCDate() !== from.getUTCDate()) at.setUTCDate(0);
  return at;
}
