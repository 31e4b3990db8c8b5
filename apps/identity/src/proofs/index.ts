import type { Foundation } from '@bindery/subgraph';
import { readKeySet, type ContactKeys } from '@bindery/trust';
import { createPhoneProofs } from './phone-proofs';

export type { PhoneProofs } from './phone-proofs';
export type { ProofRejected } from './proof.errors';
export { IdentityProofRejectedError, proofProblems } from './proof.problems';

/** `publicKeys`: a JWKS that verifies the proofs of verification; `contactKeys`: what they name phones with. */
export const createProofs = (
  { clock, security }: Foundation,
  { publicKeys, contactKeys }: { readonly publicKeys: string; readonly contactKeys: ContactKeys },
) => ({
  proofs: createPhoneProofs({ keys: readKeySet(publicKeys), contactKeys, clock, security }),
});
