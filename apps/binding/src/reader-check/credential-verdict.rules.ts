import { isUsable, type BindingState } from '@bindery/card-lifecycle';

export interface CredentialQuery {
  readonly provider: string;
  readonly credentialReference: string;
}

/** What a reader is told. Anything in doubt is not good. */
export interface CredentialVerdict {
  readonly good: boolean;
  readonly reason: 'ACTIVE' | 'UNREGISTERED' | 'SUSPENDED' | 'EXPIRED';
}

/** A bound credential as it stands. */
export interface BoundCredential {
  readonly state: BindingState;
  /** Last day of validity, `2030-07-31`; null where cards do not expire. */
  readonly expiresOn: string | null;
}

export function decideVerdict(credential: BoundCredential | null, now: Date): CredentialVerdict {
  if (!credential) return { good: false, reason: 'UNREGISTERED' };
  const { state, expiresOn } = credential;
  const heldAsExpired = state.holds.some(({ owner }) => owner === 'VALIDITY' || owner === 'DOCUMENT');
  if (heldAsExpired || (expiresOn !== null && expiresOn < now.toISOString().slice(0, 10)))
    return { good: false, reason: 'EXPIRED' };
  return isUsable(state) ? { good: true, reason: 'ACTIVE' } : { good: false, reason: 'SUSPENDED' };
}
