import type { Id } from '@bindery/kernel';

export const reviewReasons = ['STALE', 'TOO_MANY'] as const;
export type ReviewReason = (typeof reviewReasons)[number];

const dayMs = 24 * 60 * 60_000;

/** More than people keep in view. Providers have limits of their own. */
export const boundMax = 10;
/** Who says "not now" is not asked again for so long. */
export const dismissedForDays = 90;

/** A bound card on one device, and when it was used last; null: never. */
export interface BoundAndUsed {
  readonly id: Id<'binding'>;
  readonly boundAt: Date;
  readonly lastUsedAt: Date | null;
  /** Of its provider, in days; null: it is never in question for that. */
  readonly staleAfterDays: number | null;
}

/** Whether it is time to look through what is bound (requirement 19). */
export interface BindingReview {
  readonly suggested: boolean;
  readonly reasons: readonly ReviewReason[];
  /** Since when there is a reason; null while there is none. */
  readonly since: Date | null;
  /** How many were not used, and for how many days each of them at least; null when there are none. */
  readonly stale: { readonly count: number; readonly days: number } | null;
  /** The bindings that a reason is about, those unused longest first. */
  readonly bindings: readonly Id<'binding'>[];
  /** When there will be a reason, or it will be suggested again, if nothing is done; null while it is suggested, and with nothing bound. */
  readonly nextAt: Date | null;
}

/** `bound` in any order. */
export function decideReview(bound: readonly BoundAndUsed[], dismissedUntil: Date | null, now: Date): BindingReview {
  const byStaleness = bound
    .map((each) => ({ ...each, staleAt: staleAtOf(each) }))
    .toSorted((one, other) => (one.staleAt?.getTime() ?? Infinity) - (other.staleAt?.getTime() ?? Infinity));
  const isStale = byStaleness.filter(({ staleAt }) => staleAt !== null && staleAt <= now);
  const tooManySince = bound.map(({ boundAt }) => boundAt).toSorted((one, other) => one.getTime() - other.getTime())[
    boundMax
  ];
  const reasons: ReviewReason[] = [
    ...(isStale.length > 0 ? (['STALE'] as const) : []),
    ...(tooManySince ? (['TOO_MANY'] as const) : []),
  ];
  const firstStaleAt = byStaleness[0]?.staleAt ?? undefined;
  const since = earliest([isStale.length > 0 ? firstStaleAt : undefined, tooManySince]);
  const dismissed = dismissedUntil !== null && dismissedUntil > now;
  const suggested = reasons.length > 0 && !dismissed;
  return {
    suggested,
    reasons,
    since,
    stale: countStale(isStale),
    bindings: (tooManySince ? byStaleness : isStale).map(({ id }) => id),
    nextAt: suggested ? null : nextOf(firstStaleAt, reasons.length > 0 ? dismissedUntil : null, dismissedUntil, now),
  };
}

const staleAtOf = ({ boundAt, lastUsedAt, staleAfterDays }: BoundAndUsed): Date | null =>
  staleAfterDays === null
    ? null
    : new Date(Math.max(boundAt.getTime(), lastUsedAt?.getTime() ?? 0) + staleAfterDays * dayMs);

const countStale = (isStale: readonly BoundAndUsed[]): BindingReview['stale'] =>
  isStale.length === 0
    ? null
    : { count: isStale.length, days: Math.min(...isStale.map(({ staleAfterDays }) => staleAfterDays ?? Infinity)) };

function nextOf(staleAt: Date | undefined, askedAgainAt: Date | null, dismissedUntil: Date | null, now: Date) {
  if (askedAgainAt) return askedAgainAt;
  if (!staleAt) return null;
  return dismissedUntil && dismissedUntil > now && dismissedUntil > staleAt ? dismissedUntil : staleAt;
}

const earliest = (moments: readonly (Date | undefined)[]): Date | null =>
  moments.filter((moment) => moment !== undefined).toSorted((one, other) => one.getTime() - other.getTime())[0] ?? null;

export const dismissedUntilOf = (now: Date): Date => new Date(now.getTime() + dismissedForDays * dayMs);
