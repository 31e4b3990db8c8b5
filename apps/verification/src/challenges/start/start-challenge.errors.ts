import type { OnceRefusal } from '@bindery/persistence';
import type { Factor } from '../../factors';
import type { PurposeRefused } from '../purpose.rules';

export type StartChallengeError =
  | PurposeRefused
  | OnceRefusal
  | { readonly kind: 'TOO_MANY_CHALLENGES'; readonly retryAt: Date }
  /** `at`: when an address that was just confirmed is known here; null where none is awaited. `alternatives`: those with a code left. */
  | { readonly kind: 'NO_CONTACT_POINT'; readonly alternatives: readonly Factor[]; readonly at: Date | null };
