import type { Feature, FeatureClasses, Foundation } from '@bindery/subgraph';
import type { AccountJournal, LookupOf } from '../accounts';
import type { PhoneProofs } from '../proofs';
import type { EndSessions } from '../sessions';
import { createHashGate } from './hash-gate';
import { createHashProvedPassword } from './hash-proved-password';
import { createLimitGuesses } from './limit-guesses';
import { LogInFailureRow } from './log-in-failure.entity';
import { createPasswordHashing, type Argon2 } from './password-hashing';
import { PasswordRow } from './password.entity';
import { createPruneFailures } from './prune-failures';
import { createResetPassword } from './reset-password';
import { ResetPasswordResolver } from './reset-password.resolver';

export { failuresMax } from './account-lock.rules';
export type { HashProvedPassword } from './hash-proved-password';
export type { LimitGuesses } from './limit-guesses';
export type { Overloaded, PasswordTooWeak, TooManyFailures } from './password.errors';
export type { Argon2, PasswordHashing } from './password-hashing';
export { PasswordTooWeakError, passwordProblems } from './password.problems';
export { findPasswordHash, findPasswordHolder, insertPassword, type PasswordHolder } from './password.repository';
export { checkPassword } from './password.rules';

export const passwordsClasses = {
  resolvers: [ResetPasswordResolver],
  entities: [PasswordRow, LogInFailureRow],
} satisfies FeatureClasses;

export interface PasswordsDeps {
  readonly journal: AccountJournal;
  readonly lookupOf: LookupOf;
  readonly proofs: PhoneProofs;
  readonly endSessions: EndSessions;
}

export interface HashingSettings {
  readonly pepper: Uint8Array;
  readonly atOnce: number;
  readonly waitingMax: number;
  /** Another than the library's, in tests. */
  readonly argon2?: Argon2;
}

/** Passwords: which are taken, how they are kept, how often one may be guessed, and the way back without one. */
export function createPasswords(
  { once, unitOfWork, clock }: Foundation,
  { journal, lookupOf, proofs, endSessions }: PasswordsDeps,
  { atOnce, waitingMax, pepper, argon2 }: HashingSettings,
) {
  const hashing = createPasswordHashing({ gate: createHashGate({ atOnce, waitingMax, clock }), pepper, argon2 });
  const hashProvedPassword = createHashProvedPassword({ proofs, hashing });
  const guesses = createLimitGuesses({ unitOfWork, journal, lookupOf, clock });
  const resetPassword = createResetPassword({
    once,
    lookupOf,
    proofs,
    hashing,
    hashProvedPassword,
    guesses,
    endSessions,
    clock,
  });
  return {
    hashing,
    hashProvedPassword,
    guesses,
    feature: {
      resolvers: [new ResetPasswordResolver(resetPassword)],
      prune: createPruneFailures({ unitOfWork, clock }),
    } satisfies Feature,
  };
}
