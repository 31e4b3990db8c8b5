const dayMs = 24 * 60 * 60_000;

/** `days` times 24 hours after: windows are promised in days and must not shrink when clocks change. */
export const addDays = (moment: Date, days: number): Date => new Date(moment.getTime() + days * dayMs);

const pattern = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;

/** After an ISO 8601 duration of days, hours, minutes and seconds; throws on any other, months and years have no length. */
export function addDuration(moment: Date, duration: string): Date {
  const match = pattern.exec(duration);
  if (!match) throw new Error(`${duration} is no ISO 8601 duration of days, hours, minutes and seconds`);
  const [days = 0, hours = 0, minutes = 0, seconds = 0] = match.slice(1).map((part) => Number(part ?? 0));
  return new Date(moment.getTime() + days * dayMs + ((hours * 60 + minutes) * 60 + seconds) * 1000);
}
