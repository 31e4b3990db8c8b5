import { isUsable, type BindingState } from '@bindery/card-lifecycle';
import type { Clock } from '@bindery/kernel';

export interface CredentialQuery {
  readonly provider: string;
  readonly credentialReference: string;
}

/** What a reader is told. Anything in doubt is not good. */
interface CredentialVerdict {
  readonly good: boolean;
  readonly reason: 'ACTIVE' | 'UNREGISTERED' | 'SUSPENDED' | 'EXPIRED';
}

export type CheckCredential = (query: CredentialQuery) => Promise<CredentialVerdict>;

/** A bound credential as it stands. */
export interface BoundCredential {
  readonly state: BindingState;
  /** Last day of validity, `2030-07-31`; null where cards do not expire. */
  readonly expiresOn: string | null;
}

interface CheckCredentialDeps {
  /** The hot path: one indexed read by a prepared statement. Null when nothing is bound by that name. */
  readonly findBoundCredential: (query: CredentialQuery) => Promise<BoundCredential | null>;
  readonly clock: Clock;
}

/** Answers a reader's question "is this credential good?" (requirement 9). */
export function createCheckCredential({ findBoundCredential, clock }: CheckCredentialDeps): CheckCredential {
  return async (query) => decideVerdict(await findBoundCredential(query), clock.now());
}

export function decideVerdict(credential: BoundCredential | null, now: Date): CredentialVerdict {
  if (!credential) return { good: false, reason: 'UNREGISTERED' };
  const { state, expiresOn } = credential;
  const heldAsExpired = state.holds.some(({ owner }) => owner === 'VALIDITY' || owner === 'DOCUMENT');
  if (heldAsExpired || (expiresOn !== null && expiresOn < now.toISOString().slice(0, 10)))
    return { good: false, reason: 'EXPIRED' };
  return isUsable(state) ? { good: true, reason: 'ACTIVE' } : { good: false, reason: 'SUSPENDED' };
}
