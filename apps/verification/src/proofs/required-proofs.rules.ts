import type { Phase } from '@bindery/card-lifecycle';
import type { ProofAction } from '@bindery/trust';
import { offeredFactors, type Factor } from '../factors/registry';

export interface RequiredProof {
  readonly action: ProofAction;
  /** Any one of them will do. */
  readonly factors: readonly Factor[];
}

const actionOf: Record<Phase, ProofAction | undefined> = {
  VERIFYING: 'BIND',
  IN_REVIEW: undefined,
  BINDING: undefined,
  AWAITING_ACTIVATION: 'UNBIND',
  BOUND: 'UNBIND',
  UNBINDING: undefined,
  UNBOUND: 'RESTORE',
  RESTORING: undefined,
  DECLINED: undefined,
  REPLACED: undefined,
  RETIRED: undefined,
};

/** The proofs for what a holder can do next with a binding in this phase (requirement 4). */
export function requiredProofsIn(phase: Phase): RequiredProof[] {
  const action = actionOf[phase];
  return action ? [{ action, factors: offeredFactors }] : [];
}
