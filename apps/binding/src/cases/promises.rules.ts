import { addDays } from '../lifecycle/times/moments.rules';

/** Working through a case takes people three days at most, weekends in; the holder is told until when. */
const answerWithinDays = 3;

/** Days of the promise after one that was missed, by how many were; the last for all that follow: who is told again and again is told less often. */
const againWithinDays = [3, 7, 14] as const;

/** Until when people answer a case that is opened now. */
export const answerBy = (openedAt: Date): Date => addDays(openedAt, answerWithinDays);

/** Until when they answer after `missed` promises have passed, 1 or more, counted from now: what is promised is still to come, however late it is seen. */
export const nextAnswerBy = (missed: number, now: Date): Date =>
  addDays(now, againWithinDays[Math.max(missed, 1) - 1] ?? 14);

interface Promised {
  readonly answerBy: Date;
  readonly overdueSince: Date | null;
  readonly answersMissed: number;
  readonly closedAt: Date | null;
}

/**
 * What a case is from now on whose promise has passed: late since the first that did, with one more that was missed and the next one. Null where it is
 * closed, or the promise still stands.
 */
export function missAnswer(
  { answerBy: promised, overdueSince, answersMissed, closedAt }: Promised,
  now: Date,
): { readonly overdueSince: Date; readonly answersMissed: number; readonly answerBy: Date } | null {
  if (closedAt || now < promised) return null;
  const missed = answersMissed + 1;
  return { overdueSince: overdueSince ?? promised, answersMissed: missed, answerBy: nextAnswerBy(missed, now) };
}
