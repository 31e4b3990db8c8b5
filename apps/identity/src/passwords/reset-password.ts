import { err, ok, type Clock, type Result } from '@bindery/kernel';
import { onceOnly, type IdempotencyKeyReused, type UnitOfWork } from '@bindery/persistence';
import type { EntityManager } from 'typeorm';
import type { Account } from '../accounts/account.rules';
import { checkIdempotencyKey } from '../domain/idempotency-key';
import type {
  InvalidInput,
  NotFound,
  Overloaded,
  PasswordTooWeak,
  PhoneInvalid,
  ProofRejected,
} from './password.errors';
import { checkPassword } from './password.rules';
import { checkPhone } from '../accounts/phone.rules';
import type { AccountFact } from '../accounts/account-journal';
import type { Accounts } from '../accounts/account.repository';
import { clearFailures } from './log-in-failure.repository';
import { liveSessionIds } from '../sessions/session.repository';
import type { PasswordHashing } from './password-hashing';
import type { PhoneProofs } from '../proofs/phone-proofs';
import { endSessions } from '../sessions/end-sessions';

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

export type ResetPasswordError =
  InvalidInput | PhoneInvalid | PasswordTooWeak | ProofRejected | NotFound | Overloaded | IdempotencyKeyReused;

export type ResetPassword = (command: ResetPasswordCommand) => Promise<Result<PasswordReset, ResetPasswordError>>;

export interface ResetPasswordDeps {
  readonly unitOfWork: UnitOfWork;
  readonly accounts: Accounts;
  readonly hashing: PasswordHashing;
  readonly proofs: PhoneProofs;
  readonly clock: Clock;
}

/**
 * A new password for who proves the phone. Always gets its owner in: failures are forgotten, a lock is lifted;
 * and whoever else was in is out: every session ends (requirements 22 and 24).
 */
export function createResetPassword({
  unitOfWork,
  accounts,
  hashing,
  proofs,
  clock,
}: ResetPasswordDeps): ResetPassword {
  async function change(
    tx: EntityManager,
    { id, standing, version }: Account,
    phone: string,
    passwordHash: string,
  ): Promise<PasswordReset> {
    const now = clock.now();
    await accounts.setPassword(tx, id, passwordHash, now);
    await clearFailures(tx, accounts.lookupOf(phone));
    if (standing === 'LOCKED') await accounts.setStanding(tx, id, 'GOOD');
    const facts: AccountFact[] = [{ type: 'bindery.account.password-changed.v1', data: {} }];
    if (standing === 'LOCKED') facts.push({ type: 'bindery.account.unlocked.v1', data: {} });
    const sessionIds = await liveSessionIds(tx, id, now);
    const endedSessionCount = await endSessions({
      tx,
      accounts,
      account: { id, version },
      sessionIds,
      cause: 'PASSWORD_RESET',
      now,
      facts,
    });
    return { changedAt: now.toISOString(), endedSessionCount };
  }

  /** The slow hash is made before the transaction, and only for who has a good proof. */
  async function prepare(
    phone: string,
    password: string,
    token: string,
  ): Promise<Result<{ proofId: string; passwordHash: string }, ProofRejected | Overloaded>> {
    const proof = await proofs.check(token, 'RESET_PASSWORD', phone);
    if (!proof.ok) return proof;
    const passwordHash = await hashing.hash(password);
    return passwordHash.ok ? ok({ proofId: proof.value, passwordHash: passwordHash.value }) : passwordHash;
  }

  return async ({ idempotencyKey, phone: typedPhone, newPassword, proof }) => {
    const key = checkIdempotencyKey(idempotencyKey);
    if (!key.ok) return key;
    const phone = checkPhone(typedPhone);
    if (!phone.ok) return phone;
    // Without the account's name: a refusal because of it would tell a stranger the name.
    const password = checkPassword(newPassword, [phone.value], 'newPassword');
    if (!password.ok) return password;
    // Not refused yet: a repetition gets its first answer even when the proof is used up or over by now.
    const prepared = await prepare(phone.value, password.value, proof);
    const once = {
      owner: accounts.lookupOf(phone.value),
      operation: 'resetPassword',
      key: key.value,
      request: { password: hashing.digestOf(password.value) },
    };

    return unitOfWork.run((tx) =>
      onceOnly<PasswordReset, ResetPasswordError>(tx, once, async () => {
        if (!prepared.ok) return prepared;
        const known = await accounts.findByPhone(tx, phone.value);
        const holder = known && (await accounts.lock(tx, known.account.id));
        if (!holder || holder.account.standing === 'CLOSED') return err({ kind: 'NOT_FOUND' });
        const burned = await proofs.burn(tx, prepared.value.proofId, holder.account.id);
        return burned.ok ? ok(await change(tx, holder.account, phone.value, prepared.value.passwordHash)) : burned;
      }),
    );
  };
}
