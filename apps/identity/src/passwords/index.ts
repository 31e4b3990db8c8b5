import type { Feature, FeatureClasses, Foundation } from '@bindery/subgraph';
import type { DeviceTokens } from '@bindery/trust';
import type { LimitGuesses } from '../account-lock';
import type { LookupOf } from '../accounts';
import type { PhoneProofs } from '../proofs';
import type { KnownAddresses } from '../known-addresses';
import type { EndSessions } from '../sessions';
import { createHashGate } from './hash-gate';
import { createHashProvedPassword } from './hash-proved-password';
import { createPasswordHashing, type Argon2 } from './password-hashing';
import { PasswordRow } from './password.entity';
import { createResetPassword } from './reset-password';
import { ResetPasswordResolver } from './reset-password.resolver';

export type { HashProvedPassword } from './hash-proved-password';
export type { Overloaded, PasswordTooWeak } from './password.errors';
export type { Argon2, PasswordHashing } from './password-hashing';
export { PasswordTooWeakError, passwordProblems } from './password.problems';
export { findPasswordHash, findPasswordHolder, insertPassword, type PasswordHolder } from './password.repository';
export { checkPassword, passwordLengthMin } from './password.rules';

export const passwordsClasses = {
  resolvers: [ResetPasswordResolver],
  entities: [PasswordRow],
} satisfies FeatureClasses;

export interface PasswordsDeps {
  readonly guesses: Pick<LimitGuesses, 'forgive'>;
  readonly lookupOf: LookupOf;
  readonly proofs: PhoneProofs;
  readonly endSessions: EndSessions;
  readonly knownAddresses: Pick<KnownAddresses, 'note'>;
  readonly deviceTokens: DeviceTokens;
}

export interface HashingSettings {
  readonly pepper: Uint8Array;
  readonly atOnce: number;
  readonly waitingMax: number;
  /** Another than the library's, in tests. */
  readonly argon2?: Argon2;
}

/** So many of those who are known wait for the place that strangers cannot take; a second has some sixteen turns. */
const knownWaitingMax = 16;

/** Passwords: which are taken, how they are kept, and the way back without one. */
export function createPasswords(
  { once, clock }: Foundation,
  { proofs, ...deps }: PasswordsDeps,
  { atOnce, waitingMax, pepper, argon2 }: HashingSettings,
) {
  const hashing = createPasswordHashing({
    gate: createHashGate({ atOnce, waitingMax, clock }),
    knownGate: createHashGate({ atOnce: 1, waitingMax: knownWaitingMax, clock }),
    pepper,
    argon2,
  });
  const hashProvedPassword = createHashProvedPassword({ proofs, hashing });
  const resetPassword = createResetPassword({
    ...deps,
    once,
    proofs,
    hashing,
    hashProvedPassword,
    clock,
  });
  return {
    hashing,
    hashProvedPassword,
    feature: { resolvers: [new ResetPasswordResolver(resetPassword)] } satisfies Feature,
  };
}
