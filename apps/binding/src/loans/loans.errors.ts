import type { InvalidInput } from '@bindery/kernel';
import type { OnceRefusal } from '@bindery/persistence';
import type { AllowedPurpose } from '../catalogue';
import type { NotFound, TransitionRefused } from '../lifecycle';
import type { ProofRejected } from '../proofs';
import type { LoanOffer } from './loan.rules';

/** Its provider lends nothing here. */
interface LendsNothing {
  readonly kind: 'LENDS_NOTHING';
}

/** The account is held, or something is asked of its provider: nothing is lent through it now. */
interface NotUsableNow {
  readonly kind: 'NOT_USABLE_NOW';
}

/** Nothing is offered or opened without a consent for each of these. */
interface ConsentMissing {
  readonly kind: 'CONSENT_MISSING';
  readonly purposes: readonly AllowedPurpose[];
}

/** The lender offers nothing to this person now. */
interface NothingOffered {
  readonly kind: 'NOTHING_OFFERED';
  readonly cause: string;
}

interface LenderUnavailable {
  readonly kind: 'PROVIDER_UNAVAILABLE';
  readonly retryAt: Date;
}

/** The offer is over, is not the one that was shown, or has been taken. */
interface OfferStale {
  readonly kind: 'LOAN_OFFER_STALE';
}

/** Other words than those of the offer. */
interface OfferWordsDiffer {
  readonly kind: 'TERMS_CHANGED';
  readonly offer: LoanOffer;
}

export type QuoteLoansError =
  NotFound | TransitionRefused | LendsNothing | NotUsableNow | ConsentMissing | NothingOffered | LenderUnavailable;

export type OpenLoanError =
  | OnceRefusal
  | InvalidInput
  | NotFound
  | TransitionRefused
  | LendsNothing
  | NotUsableNow
  | ConsentMissing
  | OfferStale
  | OfferWordsDiffer
  | ProofRejected;
