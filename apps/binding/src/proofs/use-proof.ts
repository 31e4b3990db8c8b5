import type { EntityManager } from 'typeorm';
import { err, ok, type Clock, type Id, type Result } from '@bindery/kernel';
import { burnProof } from '@bindery/persistence';
import type { SecurityLog } from '@bindery/service';
import { verifyProof, type KeySet, type Proof, type ProofAction } from '@bindery/trust';
import type { ProofRejected } from './proofs.errors';

interface ExpectedProof {
  readonly action: ProofAction;
  readonly subjectId: Id<'binding'> | Id<'card'> | Id<'device'>;
  readonly accountId: Id<'account'>;
  readonly planDigest?: string;
  /** Those that are taken for it, as the provider's profile says; any where left out. */
  readonly factors?: readonly string[];
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

export function createUseProof(keys: KeySet, clock: Clock, security: Pick<SecurityLog, 'record'>): UseProof {
  const refuse = (reason: ProofRejected['reason'], { accountId, action }: ExpectedProof) => {
    security.record('proof-refused', { userId: accountId, errorCode: reason, labels: { subject: action } });
    return err<ProofRejected>({ kind: 'PROOF_REJECTED', reason });
  };
  return async (tx, token, expected) => {
    const verdict = await verifyProof(token, expected, keys, clock.now());
    if (!verdict.ok) return refuse(verdict.error.kind, expected);
    const { factors } = expected;
    if (factors && !factors.includes(verdict.value.factor)) return refuse('PROOF_BY_OTHER_FACTOR', expected);
    const burned = await burnProof(tx, verdict.value.id, `${expected.action} ${expected.subjectId}`);
    return burned ? ok(verdict.value) : refuse('PROOF_ALREADY_USED', expected);
  };
}
