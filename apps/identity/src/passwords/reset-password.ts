import type { EntityManager } from 'typeorm';
import { err, ok, type Clock, type Result } from '@bindery/kernel';
import { checkIdempotencyKey, type Once, type OnceRefusal } from '@bindery/persistence';
import type { LimitGuesses } from '../account-lock';
import {
  checkPhone,
  findAccountByLookup,
  lockAccount,
  saveStanding,
  type AccountFact,
  type LockedAccount,
  type LookupOf,
  type PhoneInvalid,
} from '../accounts';
import type { PhoneProofs, ProofRejected } from '../proofs';
import { listLiveSessionIds, type EndSessions } from '../sessions';
import type { HashProvedPassword } from './hash-proved-password';
import type { NotFound, Overloaded, PasswordTooWeak } from './password.errors';
import type { PasswordHashing } from './password-hashing';
import { savePassword } from './password.repository';
import { checkPassword } from './password.rules';

export interface ResetPasswordCommand {
  readonly idempotencyKey: string;
  readonly phone: string;
  readonly newPassword: string;
  readonly proof: string;
}

export interface PasswordReset {
  /** RFC 3339. */
  readonly changedAt: string;
  readonly endedSessionCount: number;
}

export type ResetPasswordError = PhoneInvalid | PasswordTooWeak | ProofRejected | NotFound | Overloaded | OnceRefusal;

export type ResetPassword = (command: ResetPasswordCommand) => Promise<Result<PasswordReset, ResetPasswordError>>;

export interface ResetPasswordDeps {
  readonly once: Once;
  readonly lookupOf: LookupOf;
  readonly proofs: PhoneProofs;
  readonly hashing: Pick<PasswordHashing, 'digestOf'>;
  readonly hashProvedPassword: HashProvedPassword;
  readonly guesses: Pick<LimitGuesses, 'forgive'>;
  readonly endSessions: EndSessions;
  readonly clock: Clock;
}

/**
 * A new password for who proves the phone. Always gets its owner in: failures are forgotten, a lock is lifted;
 * and whoever else was in is out: every session ends (requirements 22 and 24).
 */
export function createResetPassword(deps: ResetPasswordDeps): ResetPassword {
  const { once, lookupOf, proofs, hashing, hashProvedPassword } = deps;
  return async ({ idempotencyKey, phone: typedPhone, newPassword, proof }) => {
    const key = checkIdempotencyKey(idempotencyKey);
    if (!key.ok) return key;
    const phone = checkPhone(typedPhone);
    if (!phone.ok) return phone;
    // Without the account's name: a refusal because of it would tell a stranger the name.
    const password = checkPassword(newPassword, [phone.value], 'newPassword');
    if (!password.ok) return password;
    // Not refused yet: a repetition gets its first answer even when the proof is used up or over by now.
    const prepared = await hashProvedPassword('RESET_PASSWORD', {
      phone: phone.value,
      password: password.value,
      proof,
    });
    const request = { password: hashing.digestOf(password.value), proof };
    const owner = lookupOf(phone.value);
    return once<PasswordReset, ResetPasswordError>(
      { owner, operation: 'resetPassword', idempotencyKey, request },
      async (tx) => {
        if (!prepared.ok) return prepared;
        const known = await findAccountByLookup(tx, owner);
        const account = known && (await lockAccount(tx, known.id));
        if (!account || account.standing === 'CLOSED') return err({ kind: 'NOT_FOUND' });
        const burned = await proofs.burn(tx, prepared.value.proofId, account.id);
        return burned.ok ? ok(await change(deps, tx, account, phone.value, prepared.value.passwordHash)) : burned;
      },
    );
  };
}

async function change(
  { guesses, endSessions, clock }: Pick<ResetPasswordDeps, 'guesses' | 'endSessions' | 'clock'>,
  tx: EntityManager,
  account: LockedAccount,
  phone: string,
  passwordHash: string,
): Promise<PasswordReset> {
  const now = clock.now();
  await savePassword(tx, account, passwordHash, now);
  await guesses.forgive(tx, phone);
  const isLocked = account.standing === 'LOCKED';
  if (isLocked) await saveStanding(tx, account, 'GOOD');
  const facts: AccountFact[] = [{ type: 'bindery.account.password-changed.v1', data: {} }];
  if (isLocked) facts.push({ type: 'bindery.account.unlocked.v1', data: {} });
  const sessionIds = await listLiveSessionIds(tx, account.id, now);
  const endedSessionCount = await endSessions(tx, account, { sessionIds, cause: 'PASSWORD_RESET', facts });
  return { changedAt: now.toISOString(), endedSessionCount };
}
