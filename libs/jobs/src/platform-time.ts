import type { PlatformClock } from '@bindery/kernel';
import type { ParsedCronItem } from 'graphile-worker';

/** The library goes by the database's clock, which no sandbox moves: when it shows what the platform's will show then. */
export const toDatabaseTime = (at: Date, { aheadMs }: Pick<PlatformClock, 'aheadMs'>): Date =>
  new Date(at.getTime() - aheadMs);

const minuteMs = 60_000;

/** Whether a job that comes by the clock was due after `from` and until `to`, in whole minutes of UTC. */
export function cameBetween({ match }: Pick<ParsedCronItem, 'match'>, from: Date, to: Date): boolean {
  const last = Math.floor(to.getTime() / minuteMs);
  for (let minute = Math.floor(from.getTime() / minuteMs) + 1; minute <= last; minute++)
    if (match(digestOf(new Date(minute * minuteMs)))) return true;
  return false;
}

const digestOf = (at: Date) => ({
  min: at.getUTCMinutes(),
  hour: at.getUTCHours(),
  date: at.getUTCDate(),
  month: at.getUTCMonth() + 1,
  dow: at.getUTCDay(),
});
