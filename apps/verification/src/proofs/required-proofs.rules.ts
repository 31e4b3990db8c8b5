import { proofActions, type ProofAction } from '@bindery/trust';
import type { Factor } from '../factors/registry';

export interface RequiredProof {
  readonly action: ProofAction;
  /** Any one of them will do. */
  readonly factors: readonly Factor[];
}

/**
 * The proofs, by any of these factors, for what a holder can do next with a binding; which action that is, binding says (requirement 4): null where
 * none is asked. Null is answered where binding did not say, or said what is not known here: that is never “none needed”.
 */
export function requiredProofs(asked: unknown, factors: readonly Factor[]): RequiredProof[] | null {
  if (asked === null) return [];
  const action = proofActions.find((known) => known === asked);
  return action ? [{ action, factors }] : null;
}
