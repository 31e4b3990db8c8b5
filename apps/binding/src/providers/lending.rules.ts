import type { Id } from '@bindery/kernel';
import type { CalendarDay, Money } from '@bindery/values';

/** What a lender is asked to do. The same id never has a second effect. */
export interface LendingRequest {
  readonly requestId: Id<'operation'>;
  readonly kind: LendingKind;
  readonly credentialReference: string;
  /** The credential that takes its place: loans and consents stand with that one from then on. */
  readonly toCredentialReference?: string;
  readonly consent?: ToldConsent;
  readonly loan?: AskedLoan;
  /** The number by which the lender calls a loan that is revoked. */
  readonly loanNumber?: string;
}

export const lendingKinds = ['GIVE_CONSENT', 'WITHDRAW_CONSENT', 'OPEN_LOAN', 'REVOKE_LOAN', 'MOVE_ACCOUNT'] as const;
export type LendingKind = (typeof lendingKinds)[number];

/** What was agreed to, as its lender is told. */
export interface ToldConsent {
  readonly consentId: Id<'consent'>;
  readonly purpose: string;
  readonly version: string;
}

/** A loan as it was offered; the lender compares all of it with its own offer. */
export interface AskedLoan extends OfferedLoan {
  readonly termsVersion: string;
  /** What the holder allows, without which the lender opens nothing. */
  readonly consents: readonly ToldConsent[];
}

export interface OfferedLoan {
  /** The lender's own name of the offer. */
  readonly offerNumber: string;
  readonly principal: Money;
  /** Per year, in hundredths of a percent. */
  readonly annualRateBps: number;
  readonly months: number;
  readonly monthly: Money;
  readonly total: Money;
  readonly firstRepaymentOn: CalendarDay;
  /** Until when it can be taken. */
  readonly until: Date;
}

/** UNKNOWN: timed out, broken off or unreadable: asked about, never guessed. NOT_KNOWN: it has never heard of the request, which had no effect. */
export type LendingOutcome =
  | {
      readonly status: 'CONFIRMED';
      readonly loanNumber?: string;
      /** What comes back to the holder of a loan that was revoked. */
      readonly refunded?: Money;
    }
  | { readonly status: 'REFUSED'; readonly cause: string }
  | { readonly status: 'PENDING' }
  | { readonly status: 'NOT_KNOWN' }
  | { readonly status: 'UNKNOWN'; readonly detail: string };
