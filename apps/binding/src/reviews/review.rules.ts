import type { ReviewRequirements } from '../catalogue/provider-profile.rules';

const dayMs = 24 * 60 * 60_000;
/** Days in which people decide; what nobody looked at in time lapses, and can be begun anew. */
export const reviewDays = 3;
/** How often one binding is looked at: after that it is decided, or begun anew. */
export const roundsMax = 3;
/** Days for a holder to bring what was asked for. */
const answerDays = 7;

export const reviewDeadlineOf = (review: ReviewRequirements | null, now: Date): string | null =>
  review ? new Date(now.getTime() + reviewDays * dayMs).toISOString() : null;

/** Whether people look at a bind: whenever a profile asks for it, or only where the card was bound in this account before and is off. */
export const isReviewed = (review: ReviewRequirements | null, wasBoundBefore: boolean): review is ReviewRequirements =>
  review !== null && (review.when !== 'REBIND' || wasBoundBefore);

export const answerDeadlineOf = (now: Date): Date => new Date(now.getTime() + answerDays * dayMs);

export const roundsLeft = (rounds: number): number => Math.max(0, roundsMax - rounds);
