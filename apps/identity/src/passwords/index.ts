import type { Feature, FeatureClasses, Foundation } from '@bindery/subgraph';
import type { DeviceTokens } from '@bindery/trust';
import type { Countries } from '@bindery/values';
import type { LimitGuesses } from '../account-lock';
import type { LookupOf, ReadPhone } from '../accounts';
import type { PhoneProofs } from '../proofs';
import type { KnownAddresses } from '../known-addresses';
import type { EndSessions, OnceSignedIn } from '../sessions';
import { createChangePassword } from './change/change-password';
import { ChangePasswordResolver } from './change/change-password.resolver';
import { createHashGate } from './hash-gate';
import { createHashProvedPassword } from './hash-proved-password';
import { createPasswordHashing, type Argon2, type HashCosts } from './password-hashing';
import { PasswordRow } from './password.entity';
import { createReplacePassword } from './replace-password';
import { createResetPassword } from './reset-password';
import { ResetPasswordResolver } from './reset-password.resolver';

export type { HashProvedPassword } from './hash-proved-password';
export type { Overloaded, PasswordTooWeak } from './password.errors';
export type { Argon2, HashCosts, PasswordHashing } from './password-hashing';
export { PasswordTooWeakError, passwordProblems } from './password.problems';
export {
  findPasswordHash,
  findPasswordHolder,
  insertPassword,
  savePasswordHash,
  type PasswordHolder,
} from './password.repository';
export { passwordLengthMin } from './password.rules';

export const passwordsClasses = {
  resolvers: [ResetPasswordResolver, ChangePasswordResolver],
  entities: [PasswordRow],
} satisfies FeatureClasses;

export interface PasswordsDeps {
  readonly guesses: Pick<LimitGuesses, 'charge' | 'chargeChange' | 'forgive' | 'takeBack'>;
  readonly lookupOf: LookupOf;
  readonly readPhone: ReadPhone;
  readonly proofs: PhoneProofs;
  readonly onceSignedIn: OnceSignedIn;
  readonly endSessions: EndSessions;
  readonly knownAddresses: Pick<KnownAddresses, 'has' | 'note'>;
  readonly deviceTokens: DeviceTokens;
  readonly countries: Countries;
}

export interface HashingSettings {
  readonly pepper: Uint8Array;
  readonly atOnce: number;
  readonly waitingMax: number;
  /** Another than the library's, in tests. */
  readonly argon2?: Argon2;
  /** Others than ours, in tests. */
  readonly costs?: HashCosts;
}

/** So many of those who are known wait for the place that strangers cannot take; a second has some sixteen turns. */
const knownWaitingMax = 16;

/** Passwords: which are taken, how they are kept, and the way back without one. */
export function createPasswords(
  { db, once, clock, security }: Foundation,
  { proofs, ...deps }: PasswordsDeps,
  { atOnce, waitingMax, ...settings }: HashingSettings,
) {
  const hashing = createPasswordHashing({
    gate: createHashGate({ atOnce, waitingMax, clock }),
    knownGate: createHashGate({ atOnce: 1, waitingMax: knownWaitingMax, clock }),
    ...settings,
  });
  const hashProvedPassword = createHashProvedPassword({ proofs, hashing });
  const replacePassword = createReplacePassword({ ...deps, clock, security });
  const resetPassword = createResetPassword({
    ...deps,
    once,
    proofs,
    hashing,
    hashProvedPassword,
    replacePassword,
    clock,
  });
  const changePassword = createChangePassword({ ...deps, db, hashing, replacePassword, clock, security });
  return {
    hashing,
    hashProvedPassword,
    feature: {
      resolvers: [new ResetPasswordResolver(resetPassword), new ChangePasswordResolver(changePassword)],
    } satisfies Feature,
  };
}
