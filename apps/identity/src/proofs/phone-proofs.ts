import type { EntityManager } from 'typeorm';
import { err, ok, type Clock, type Id, type Result } from '@bindery/kernel';
import { burnProof } from '@bindery/persistence';
import type { SecurityLog } from '@bindery/service';
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
  readonly security: Pick<SecurityLog, 'record'>;
}

export function createPhoneProofs({ keys, contactKeys, clock, security }: PhoneProofsDeps): PhoneProofs {
  const refuse = (reason: ProofRejected['reason'], action: string): Result<never, ProofRejected> => {
    security.record('proof-refused', { errorCode: reason, labels: { subject: action } });
    return err({ kind: 'PROOF_REJECTED', reason });
  };
  return {
    async check(token, action, phone) {
      const proof = await verifyProof(token, { action, subjectId: { phone, keys: contactKeys } }, keys, clock.now());
      return proof.ok ? ok(proof.value.id) : refuse(proof.error.kind, action);
    },

    async burn(tx, proofId, usedFor) {
      return (await burnProof(tx, proofId, usedFor)) ? ok(proofId) : refuse('PROOF_ALREADY_USED', 'PHONE');
    },
  };
}
