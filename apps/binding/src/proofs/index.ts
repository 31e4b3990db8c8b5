import type { EffectPart } from '../lifecycle';

export { ProofRejectedError } from './proof-rejected.type';
export type { ProofRejected, ProofRejection } from './proofs.errors';
export { proofProblems } from './proofs.problems';
export { createUseProof, type UseProof } from './use-proof';

export const proofEffects = {
  handlers: {
    /** Burned where it was checked; a refusal would have rolled it back. */
    UseUpProofs: async () => undefined,
  },
} satisfies EffectPart;
