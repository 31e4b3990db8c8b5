import { createHash } from 'node:crypto';
import type { Id } from '@bindery/kernel';
import type { InBothLanguages } from '@bindery/localisation';
import type { CalendarDay, Money } from '@bindery/values';
import type { OfferedNumbers } from '../catalogue/loan-words.rules';
import { canonicalJson } from '../unbind-plan/digest/canonical-json.rules';

/** OPENING: its lender is asked. RUNNING: not paid back. REVOKING: found to be nobody's own, its lender is asked to revoke it. */
export const loanStates = ['OPENING', 'RUNNING', 'REFUSED', 'SETTLED', 'REVOKING', 'REVOKED'] as const;
export type LoanState = (typeof loanStates)[number];

/** A loan as it was taken, and how it stands. */
export interface Loan extends OfferedNumbers {
  readonly id: Id<'loan'>;
  readonly bindingId: Id<'binding'>;
  readonly cardId: Id<'card'>;
  readonly accountId: Id<'account'>;
  readonly provider: string;
  readonly offerNumber: string;
  readonly consentId: Id<'consent'>;
  readonly state: LoanState;
  /** Counts its events. */
  readonly version: number;
  /** The lender's number of it; null until it has confirmed. */
  readonly loanNumber: string | null;
  /** What is not paid back, as its lender said last. */
  readonly outstanding: Money | null;
  readonly nextRepaymentOn: CalendarDay | null;
  /** When the lender's last word about it was, by the lender's clock. */
  readonly changedAt: Date | null;
  /** What its lender gives back of a loan that was revoked. */
  readonly refunded: Money | null;
  readonly cause: string | null;
  readonly proofId: Id<'proof'>;
  readonly deviceId: Id<'device'>;
  readonly requestedAt: Date;
  readonly openedAt: Date | null;
  readonly endedAt: Date | null;
}

/** An offer as it was shown, in words that name it. */
export interface LoanOffer extends OfferedNumbers {
  readonly id: Id<'offer'>;
  readonly bindingId: Id<'binding'>;
  readonly accountId: Id<'account'>;
  readonly provider: string;
  readonly offerNumber: string;
  readonly termsVersion: string;
  readonly words: InBothLanguages;
  readonly quotedAt: Date;
  readonly quotedUntil: Date;
  /** SHA-256 over all of the above, base64url: a proof is for this offer and no other. */
  readonly digest: string;
}

/** Half an hour at most, whatever the lender says: long enough to read, sleep on it and ask again. */
export const offerLifetimeMs = 30 * 60_000;

export const digestOfOffer = (offer: Omit<LoanOffer, 'digest'>): string =>
  createHash('sha256').update(canonicalJson(offer)).digest('base64url');

/** Whether a loan may be disputed as not the holder's: it runs, or is about to. */
export const isDisputable = ({ state }: Pick<Loan, 'state'>): boolean => state === 'RUNNING' || state === 'OPENING';

/** What a lender says of a loan. */
export interface LoanChange {
  readonly outstanding: Money;
  readonly nextRepaymentOn: CalendarDay | null;
  /** By the lender's clock: what is older than the last word changes nothing. */
  readonly at: Date;
}

/** The loan after it; null where it says nothing new, is late, or comes to a loan that is over or is being revoked. */
export function changedLoan(loan: Loan, { outstanding, nextRepaymentOn, at }: LoanChange): Loan | null {
  const isLate = loan.changedAt !== null && at <= loan.changedAt;
  if (loan.state !== 'RUNNING' || isLate || outstanding.currency !== loan.principal.currency) return null;
  const known = { ...loan, outstanding, nextRepaymentOn, changedAt: at };
  return outstanding.value === 0 ? { ...known, nextRepaymentOn: null, state: 'SETTLED', endedAt: at } : known;
}
