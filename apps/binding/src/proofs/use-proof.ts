import type { EntityManager } from 'typeorm';
import { err, ok, type Clock, type Id, type Result } from '@bindery/kernel';
import { burnProof } from '@bindery/persistence';
import { verifyProof, type KeySet, type Proof, type ProofAction } from '@bindery/trust';
import type { ProofRejected } from './proofs.errors';

interface ExpectedProof {
  readonly action: ProofAction;
  readonly subjectId: Id<'binding'>;
  readonly accountId: Id<'account'>;
  readonly planDigest?: string;
}

/**
 * Checks a proof's own signature and that it was given for exactly this, then burns it in the transaction of the act
 * (invariant 7). Burning waits for another transaction that is about to burn the same one.
 */
export type UseProof = (
  tx: EntityManager,
  token: string,
  expected: ExpectedProof,
) => Promise<Result<Proof, ProofRejected>>;

export function createUseProof(keys: KeySet, clock: Clock): UseProof {
  return async (tx, token, expected) => {
    const verdict = await verifyProof(token, expected, keys, clock.now());
    if (!verdict.ok) return err({ kind: 'PROOF_REJECTED', reason: verdict.error.kind });
    const burned = await burnProof(tx, verdict.value.id, `${expected.action} ${expected.subjectId}`);
    return burned ? ok(verdict.value) : err({ kind: 'PROOF_REJECTED', reason: 'PROOF_ALREADY_USED' });
  };
}
