import type { OnceRefusal } from '@bindery/persistence';
import type { ProofAction } from '@bindery/trust';
import type { Factor } from '../../factors';
import type { PurposeRefused } from '../purpose.rules';

export type StartChallengeError =
  | PurposeRefused
  | OnceRefusal
  /** It cannot be done any more, so no code is sent for it. */
  | { readonly kind: 'NOTHING_TO_PROVE'; readonly action: ProofAction }
  | { readonly kind: 'TOO_MANY_CHALLENGES'; readonly retryAt: Date }
  /** `at`: when an address that was just confirmed is known here; null where none is awaited. `alternatives`: those with a code left. */
  | { readonly kind: 'NO_CONTACT_POINT'; readonly alternatives: readonly Factor[]; readonly at: Date | null };
