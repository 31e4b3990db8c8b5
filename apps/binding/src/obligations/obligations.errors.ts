import type { OnceRefusal } from '@bindery/persistence';
import type { Id } from '@bindery/kernel';
import type { NotFound } from '../lifecycle';
import type { ProofRejected } from '../proofs';

/** What was offered is not there any more, or is other than it was shown. */
interface OfferChanged {
  readonly kind: 'OFFER_CHANGED';
  readonly bindingId: Id<'binding'>;
}

interface ObligationUnderWay {
  readonly kind: 'OBLIGATION_UNDER_WAY';
  readonly bindingId: Id<'binding'>;
  readonly until: Date;
}

/** The provider does not say what hangs on the card, so nothing can be done about it. */
interface ProviderUnavailable {
  readonly kind: 'PROVIDER_UNAVAILABLE';
  readonly retryAt: Date;
}

export type ObligationActError =
  OnceRefusal | NotFound | OfferChanged | ObligationUnderWay | ProviderUnavailable | ProofRejected;
