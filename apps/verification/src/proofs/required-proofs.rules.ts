import { proofActions, type ProofAction } from '@bindery/trust';
import type { Factor } from '../factors/registry';

export interface RequiredProof {
  readonly action: ProofAction;
  /** Any one of them will do. */
  readonly factors: readonly Factor[];
}

/**
 * The proofs, by any of these factors, for what a holder can do next with a binding; which actions these are, binding says (requirement 4).
 */
export const requiredProofs = (actions: readonly ProofAction[], factors: readonly Factor[]): RequiredProof[] =>
  actions.map((action) => ({ action, factors }));

/** The actions that binding says; null where it said nothing or one that is not known here, which is never “none needed”. */
export function readActions(asked: unknown): ProofAction[] | null {
  if (!Array.isArray(asked)) return null;
  const actions = asked.map((one) => proofActions.find((known) => known === one));
  return actions.every((action) => action !== undefined) ? actions : null;
}
