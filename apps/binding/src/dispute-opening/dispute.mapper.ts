import type { Locale } from '@bindery/localisation';
import { formatMoney } from '@bindery/values';
import type { Dispute } from '../disputes';
import type { FeeRefund } from '../unbind';
import type { CardOutcome } from './card-outcome.rules';
import { say } from './dispute-opening.words';
import { DisputeType } from './dispute.type';

/** What of a dispute has no field in the graph stays inside. */
export const toDisputeType = (dispute: Dispute): DisputeType =>
  Object.assign(new DisputeType(), {
    ...dispute,
    source: dispute,
    proveBy: dispute.state === 'AWAITING_PROOF' ? dispute.proveBy : null,
  });

/** What follows of an upheld dispute. */
export interface Following {
  readonly outcome: CardOutcome;
  readonly refund: FeeRefund | null;
  /** Who took the money of the disputed use and can give it back, by name; null where it is about none. */
  readonly askedForMoney: string | null;
}

/** How a dispute stands, with its deadline as it is in a time zone; `following` where it is upheld. */
export function sayStanding(
  dispute: Dispute,
  following: Following | null,
  { locale, timeZone }: { readonly locale: Locale; readonly timeZone: string },
): string {
  const { state, decideBy, escalatedAt } = dispute;
  if (following) return sayFollowing(dispute, following, locale, timeZone);
  const isLate = escalatedAt !== null && (state === 'OPEN' || state === 'PROPOSED');
  return say(locale, isLate ? 'state.late' : `state.${state}`, { decideBy }, timeZone);
}

/** What is given back, what becomes of the loan and the card, and that others are out. */
function sayFollowing(
  { state, loanId, proveBy, settledById }: Dispute,
  { outcome, refund, askedForMoney }: Following,
  locale: Locale,
  timeZone: string,
): string {
  const isProved = state === 'AWAITING_PROOF' && proveBy;
  return [
    say(locale, settledById ? 'state.UPHELD.settled' : 'state.UPHELD'),
    ...(refund ? [say(locale, 'fee.refunded', { amount: formatMoney(refund.amount, locale) })] : []),
    ...(loanId ? [say(locale, 'loan.revoked')] : []),
    ...(askedForMoney ? [say(locale, 'use.money', { provider: askedForMoney })] : []),
    isProved ? say(locale, 'state.AWAITING_PROOF', { proveBy }, timeZone) : say(locale, `card.${outcome}`),
    say(locale, 'sessions.ended'),
  ].join(locale === 'en' ? ' ' : '');
}
