import type { ProofAction } from '@bindery/trust';
import type { Factor } from '../factors/registry';

export interface RequiredProof {
  readonly action: ProofAction;
  /** Any one of them will do. */
  readonly factors: readonly Factor[];
}

/**
 * The proofs, by any of these factors, for what a holder can do next with a binding; which action that is, binding says (requirement 4): null where
 * none is asked, and undefined where it is not known. Null is answered for that: it is never “none needed”.
 */
export function requiredProofs(
  action: ProofAction | null | undefined,
  factors: readonly Factor[],
): RequiredProof[] | null {
  if (action === undefined) return null;
  return action ? [{ action, factors }] : [];
}
