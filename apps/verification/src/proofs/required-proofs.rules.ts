import type { ProofAction } from '@bindery/trust';
import type { Factor } from '../factors/registry';

export interface RequiredProof {
  readonly action: ProofAction;
  /** Any one of them will do. */
  readonly factors: readonly Factor[];
}

/** The proofs, by any of these factors, for what a holder can do next with a binding; which action that is, binding says (requirement 4). */
export const requiredProofs = (action: ProofAction | null, factors: readonly Factor[]): RequiredProof[] =>
  action ? [{ action, factors }] : [];
