import type { OnceRefusal } from '@bindery/persistence';
import type { Id } from '@bindery/kernel';
import type { InvalidInput } from '@bindery/kernel';
import type { PurposeTerms } from '../catalogue';
import type { NotFound, TransitionRefused } from '../lifecycle';

/** A card is bound by it: that is unbound by plan, and the consent ends with it. */
interface ConsentInUse {
  readonly kind: 'CONSENT_IN_USE';
  readonly bindingId: Id<'binding'>;
}

/** Its card is off. */
interface ConsentEnded {
  readonly kind: 'CONSENT_ENDED';
}

/** It opened a loan. */
interface ConsentOfLoan {
  readonly kind: 'CONSENT_OF_LOAN';
  /** Whether that can be disputed now: no dispute of it was opened, and it is not too late. */
  readonly disputable: boolean;
}

/** Its provider asks for no such thing. */
interface PurposeUnknown {
  readonly kind: 'PURPOSE_UNKNOWN';
}

/** Other words than those that are asked for now. */
interface PurposeTermsChanged {
  readonly kind: 'TERMS_CHANGED';
  readonly terms: PurposeTerms;
}

export type WithdrawConsentError =
  OnceRefusal | NotFound | TransitionRefused | ConsentInUse | ConsentEnded | ConsentOfLoan;

export type GiveConsentError =
  OnceRefusal | InvalidInput | NotFound | TransitionRefused | PurposeUnknown | PurposeTermsChanged;
