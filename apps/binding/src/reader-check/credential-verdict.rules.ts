import { worksUntil } from '../validity/validity.rules';
import { isUsable, type BindingState } from '@bindery/card-lifecycle';

export interface CredentialQuery {
  readonly provider: string;
  readonly credentialReference: string;
  /** The provider's id of the door that it is held to; absent at a till. */
  readonly door?: string | undefined;
}

export const verdictReasons = ['ACTIVE', 'UNREGISTERED', 'DOOR_NOT_GRANTED', 'SUSPENDED', 'EXPIRED'] as const;

/** What a reader is told. Anything in doubt is not good. */
export interface CredentialVerdict {
  readonly good: boolean;
  readonly reason: (typeof verdictReasons)[number];
}

/** A bound credential as it stands. */
export interface BoundCredential {
  readonly state: BindingState;
  /** Last day of validity, `2030-07-31`; null where cards do not expire. */
  readonly expiresOn: string | null;
  /** Whether its card opens the door that was asked for; true where none was. */
  readonly opensDoor: boolean;
}

/** A reader at a door that the card does not open is told no more of the card. `graceDays`: in which the provider takes it after its last day. */
export function decideVerdict(credential: BoundCredential | null, now: Date, graceDays = 0): CredentialVerdict {
  if (!credential) return { good: false, reason: 'UNREGISTERED' };
  const { state, expiresOn, opensDoor } = credential;
  if (!opensDoor) return { good: false, reason: 'DOOR_NOT_GRANTED' };
  const heldAsExpired = state.holds.some(({ owner }) => owner === 'VALIDITY' || owner === 'DOCUMENT');
  if (heldAsExpired || (expiresOn !== null && worksUntil(expiresOn, graceDays) < now.toISOString().slice(0, 10)))
    return { good: false, reason: 'EXPIRED' };
  return isUsable(state) ? { good: true, reason: 'ACTIVE' } : { good: false, reason: 'SUSPENDED' };
}

/** Of two that go by one name, as none should: the one that a reader is told the worse of. */
export function stricterOf(one: BoundCredential, other: BoundCredential): BoundCredential {
  for (const credential of [one, other]) if (!credential.opensDoor) return credential;
  for (const credential of [one, other]) if (!isUsable(credential.state)) return credential;
  return (other.expiresOn ?? '~') < (one.expiresOn ?? '~') ? other : one;
}

const dayMs = 24 * 60 * 60_000;

/** When a verdict ends without anybody doing anything: the end of the last day on which the card is taken, UTC; null where there is none. */
export const endOfVerdict = (credential: BoundCredential | null, graceDays = 0): Date | null =>
  credential?.expiresOn ? new Date(Date.parse(worksUntil(credential.expiresOn, graceDays)) + dayMs) : null;
