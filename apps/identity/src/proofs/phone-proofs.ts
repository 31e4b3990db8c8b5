import type { EntityManager } from 'typeorm';
import { err, ok, type Clock, type Id, type Result } from '@bindery/kernel';
import { burnProof } from '@bindery/persistence';
import { verifyProof, type ContactKeys, type KeySet } from '@bindery/trust';
import type { ProofRejected } from './proof.errors';

/** Proofs that a phone is in the hands of the one who asks. Nobody is signed in yet, so they name no account. */
export interface PhoneProofs {
  /** The id of a proof that is genuine, fresh, and for this action with this phone. */
  check(
    token: string,
    action: 'REGISTER' | 'RESET_PASSWORD',
    phone: string,
  ): Promise<Result<Id<'proof'>, ProofRejected>>;
  /** Uses it up in the transaction of the act; refuses one that was used before. */
  burn(tx: EntityManager, proofId: Id<'proof'>, usedFor: string): Promise<Result<Id<'proof'>, ProofRejected>>;
}

export interface PhoneProofsDeps {
  readonly keys: KeySet;
  /** Proofs name phones by digests that are made with them. */
  readonly contactKeys: ContactKeys;
  readonly clock: Clock;
}

export function createPhoneProofs({ keys, contactKeys, clock }: PhoneProofsDeps): PhoneProofs {
  return {
    async check(token, action, phone) {
      const proof = await verifyProof(token, { action, subjectId: { phone, keys: contactKeys } }, keys, clock.now());
      return proof.ok ? ok(proof.value.id) : err({ kind: 'PROOF_REJECTED', reason: proof.error.kind });
    },

    async burn(tx, proofId, usedFor) {
      return (await burnProof(tx, proofId, usedFor))
        ? ok(proofId)
        : err({ kind: 'PROOF_REJECTED', reason: 'PROOF_ALREADY_USED' });
    },
  };
}
