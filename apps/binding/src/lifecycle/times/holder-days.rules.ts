import { lastWholeDayBefore, toMidnight } from '@bindery/values';

/**
 * The last day on which a holder can rely on a deadline, for `wholeDay` of a message: the last one that is whole before it, where the holder lives. All that
 * names a deadline by its day alone says this one.
 */
export const lastDayOf = (deadline: Date, timeZone: string): Date => toMidnight(lastWholeDayBefore(deadline, timeZone));
