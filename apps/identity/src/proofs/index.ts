import type { Foundation } from '@bindery/subgraph';
import { readKeySet } from '@bindery/trust';
import { createPhoneProofs } from './phone-proofs';

export type { PhoneProofs } from './phone-proofs';
export type { ProofRejected } from './proof.errors';
export { IdentityProofRejectedError, proofProblems } from './proof.problems';

/** `publicKeys`: a JWKS that verifies the proofs of verification. */
export const createProofs = ({ clock, security }: Foundation, publicKeys: string) => ({
  proofs: createPhoneProofs({ keys: readKeySet(publicKeys), clock, security }),
});
