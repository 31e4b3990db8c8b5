import { signProof, type SigningKey } from '@bindery/trust';
import type { Challenge } from '../challenges/challenge.rules';
import type { ContactSeal } from '../factors/factor-module';
import type { ChallengeAction } from '../challenges/start/purpose.rules';

/** A proof as it is handed to the client. */
export interface GrantedProof {
  readonly token: string;
  readonly action: ChallengeAction;
  readonly subjectId: string;
  readonly planDigest: string | null;
  readonly expiresAt: Date;
}

export interface GrantProofDeps {
  readonly contactSeal: ContactSeal;
  readonly signingKey: SigningKey;
}

export type GrantProof = (answered: Challenge) => Promise<GrantedProof>;

/**
 * The proof of an answered challenge. Made from what is stored, by Ed25519 which has no randomness (RFC 8032), so
 * that the same challenge gives the same token each time.
 */
export function createGrantProof({ contactSeal, signingKey }: GrantProofDeps): GrantProof {
  return async ({
    id,
    proofId,
    answeredAt,
    accountId,
    action,
    subjectId: bindingId,
    planDigest,
    factor,
    sealedContact,
  }) => {
    if (!proofId || !answeredAt) throw new Error(`${id} was not answered`);
    const subjectId = bindingId ?? (await contactSeal.open(sealedContact));
    const proof = {
      id: proofId,
      accountId: accountId ?? undefined,
      action,
      subjectId,
      planDigest: planDigest ?? undefined,
      factor,
    };
    return { ...(await signProof(proof, answeredAt, signingKey)), action, subjectId, planDigest };
  };
}
