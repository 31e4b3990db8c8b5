import type { Id } from '@bindery/kernel';
import { signProof, type Proof, type ProofAction, type SigningKey } from '@bindery/trust';
import type { ContactSeal } from '../contacts';
import type { Factor } from '../factors';

/** A challenge that was answered rightly, as far as its proof tells of it. */
export interface ProvedChallenge {
  readonly id: Id<'challenge'>;
  readonly accountId: Id<'account'> | null;
  readonly action: ProofAction;
  /** Null for somebody not signed in, who proved the phone itself. */
  readonly subjectId: string | null;
  readonly planDigest: string | null;
  readonly factor: Factor;
  readonly sending: { readonly sealedContact: string } | null;
  readonly answeredAt: Date | null;
  readonly proofId: Id<'proof'> | null;
}

/** A proof as it is handed to the client. */
export interface GrantedProof {
  readonly token: string;
  readonly action: ProofAction;
  readonly subjectId: string;
  readonly planDigest: string | null;
  readonly expiresAt: Date;
}

export interface GrantProofDeps {
  readonly contactSeal: ContactSeal;
  readonly signingKey: SigningKey;
}

export type GrantProof = (proved: ProvedChallenge) => Promise<GrantedProof>;

/**
 * The proof of an answered challenge. Made from what is stored, by Ed25519 which has no randomness (RFC 8032), so
 * that the same challenge gives the same token each time.
 */
export function createGrantProof({ contactSeal, signingKey }: GrantProofDeps): GrantProof {
  return async (proved) => {
    const { id, proofId, answeredAt, accountId, action, planDigest, factor } = proved;
    if (!proofId || !answeredAt) throw new Error(`${id} was not answered`);
    const subjectId = proved.subjectId ?? (proved.sending && (await contactSeal.open(proved.sending.sealedContact)));
    if (!subjectId) throw new Error(`${id} proved nothing`);
    const proof: Proof = {
      id: proofId,
      accountId: accountId ?? undefined,
      action,
      subjectId: proved.subjectId ?? contactSeal.subjectOf(subjectId, proofId),
      planDigest: planDigest ?? undefined,
      factor,
    };
    return { ...(await signProof(proof, answeredAt, signingKey)), action, subjectId, planDigest };
  };
}
