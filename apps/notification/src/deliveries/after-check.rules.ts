import type { CarrierState } from '../channels/carrier.rules';

/** `SENT` without a time: the carrier is not asked again, more is never known. */
export type AfterCheck =
  | { readonly state: 'DELIVERED' }
  | { readonly state: 'FAILED'; readonly cause: string }
  | { readonly state: 'SENT'; readonly checkAt: Date | null };

const shortestWaitMs = 1_000;
const longestWaitMs = 10 * 60_000;
/** Phones that are off for a day get the message when they are on, but nobody waits to hear of it. */
const patienceMs = 24 * 60 * 60_000;

/** Decides what follows an answer of the carrier. It is asked at ages that double: 1 s, 2 s, 4 s … */
export function decideAfterCheck(carrier: CarrierState, sentAt: Date, now: Date): AfterCheck {
  if (carrier === 'DELIVERED') return { state: 'DELIVERED' };
  if (carrier === 'FAILED') return { state: 'FAILED', cause: 'CARRIER_FAILED' };
  const ageMs = now.getTime() - sentAt.getTime();
  if (carrier === 'UNKNOWN' || ageMs >= patienceMs) return { state: 'SENT', checkAt: null };
  return { state: 'SENT', checkAt: new Date(now.getTime() + Math.min(longestWaitMs, Math.max(shortestWaitMs, ageMs))) };
}
