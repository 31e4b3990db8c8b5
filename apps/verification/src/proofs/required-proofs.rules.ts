import type { ProofAction } from '@bindery/trust';
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

/** The actions that binding says, of those that are `known` here; null where it said nothing or another, which is never “none needed”. */
export function readActions(asked: unknown, known: readonly ProofAction[]): ProofAction[] | null {
  if (!Array.isArray(asked)) return null;
  const actions = asked.map((one) => known.find((action) => action === one));
  return actions.every((action) => action !== undefined) ? actions : null;
}
