import type { InvalidInput } from '@bindery/kernel';
import type { OnceRefusal } from '@bindery/persistence';
import type { ProfileInvalid, ProviderVersion } from '../catalogue';
import type { NotFound } from '../lifecycle';
import type { ConfirmationRefused } from './profile-proposal.rules';

/** The profile is another than the one that the change was made for. */
export interface ProfileMoved {
  readonly kind: 'PROFILE_MOVED';
  readonly current: ProviderVersion;
}

/** It says what is in force already. */
export interface ProfileUnchanged {
  readonly kind: 'PROFILE_UNCHANGED';
}

type Refused = OnceRefusal | InvalidInput | NotFound | ProfileInvalid | ProfileMoved;

export type ChangeProviderProfileError = Refused | ProfileUnchanged;

export type ConfirmProfileChangeError = Refused | Exclude<ConfirmationRefused, { kind: 'PROPOSAL_OVERTAKEN' }>;
