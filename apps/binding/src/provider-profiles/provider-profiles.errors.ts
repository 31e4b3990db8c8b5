import type { InvalidInput } from '@bindery/kernel';
import type { OnceRefusal } from '@bindery/persistence';
import type { ProfileInvalid, ProviderVersion } from '../catalogue';
import type { NotFound } from '../lifecycle';

/** The profile is another than the one that the change was made for. */
export interface ProfileMoved {
  readonly kind: 'PROFILE_MOVED';
  readonly current: ProviderVersion;
}

/** It says what is in force already. */
export interface ProfileUnchanged {
  readonly kind: 'PROFILE_UNCHANGED';
}

export type ChangeProviderProfileError =
  OnceRefusal | InvalidInput | NotFound | ProfileInvalid | ProfileMoved | ProfileUnchanged;
