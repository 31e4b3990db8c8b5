import type { ProofAction } from '@bindery/trust';
import { offeredFactors, type Factor } from '../factors/registry';

export interface RequiredProof {
  readonly action: ProofAction;
  /** Any one of them will do. */
  readonly factors: readonly Factor[];
}

/** The proofs for what a holder can do next with a binding; which action that is, binding says (requirement 4). */
export const requiredProofs = (action: ProofAction | null): RequiredProof[] =>
  action ? [{ action, factors: offeredFactors }] : [];
