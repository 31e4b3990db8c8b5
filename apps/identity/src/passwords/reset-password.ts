import type { EntityManager } from 'typeorm';
import { err, ok, type Clock, type Id, type InvalidInput, type Result } from '@bindery/kernel';
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
import { checkInstallationId } from '../devices';
import type { KnownAddresses } from '../known-addresses';
import { listLiveSessionIds, type EndSessions } from '../sessions';
import type { DeviceTokens } from '@bindery/trust';
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
  /** Of the app that asks, where it says so. */
  readonly installationId?: string | null;
  readonly clientAddress: string;
}

export interface PasswordReset {
  /** RFC 3339. */
  readonly changedAt: string;
  readonly endedSessionCount: number;
  /** Of the installation that asked, if it said which. */
  readonly deviceToken: string | null;
}

/** What is kept of it for a repetition: no token. */
interface KeptReset extends Omit<PasswordReset, 'deviceToken'> {
  readonly accountId: Id<'account'>;
}

export type ResetPasswordError =
  InvalidInput | PhoneInvalid | PasswordTooWeak | ProofRejected | NotFound | Overloaded | OnceRefusal;

export type ResetPassword = (command: ResetPasswordCommand) => Promise<Result<PasswordReset, ResetPasswordError>>;

export interface ResetPasswordDeps {
  readonly once: Once;
  readonly lookupOf: LookupOf;
  readonly proofs: PhoneProofs;
  readonly hashing: Pick<PasswordHashing, 'digestOf'>;
  readonly hashProvedPassword: HashProvedPassword;
  readonly guesses: Pick<LimitGuesses, 'forgive'>;
  readonly endSessions: EndSessions;
  readonly knownAddresses: Pick<KnownAddresses, 'note'>;
  readonly deviceTokens: DeviceTokens;
  readonly clock: Clock;
}

/**
 * A new password for who proves the phone. Always gets its owner in: the place it is done at is known from now on, what the owner mistyped
 * is forgotten, a lock is lifted; and whoever else was in is out: every session ends (requirements 22 and 24).
 */
export function createResetPassword(deps: ResetPasswordDeps): ResetPassword {
  const { once, lookupOf, proofs, hashing, hashProvedPassword, deviceTokens, clock } = deps;
  return async ({ idempotencyKey, phone: typedPhone, newPassword, proof, installationId, clientAddress }) => {
    const key = checkIdempotencyKey(idempotencyKey);
    if (!key.ok) return key;
    const phone = checkPhone(typedPhone);
    if (!phone.ok) return phone;
    const installation = installationId ? checkInstallationId(installationId, 'installationId') : ok(undefined);
    if (!installation.ok) return installation;
    // Without the account's name: a refusal because of it would tell a stranger the name.
    const password = checkPassword(newPassword, [phone.value], 'newPassword');
    if (!password.ok) return password;
    // Not refused yet: a repetition gets its first answer even when the proof is used up or over by now.
    const prepared = await hashProvedPassword('RESET_PASSWORD', {
      phone: phone.value,
      password: password.value,
      proof,
    });
    const request = { password: hashing.digestOf(password.value) };
    const owner = lookupOf(phone.value);
    const place = { clientAddress, installationId: installation.value };
    return once<KeptReset, ResetPasswordError, PasswordReset>(
      { owner, operation: 'resetPassword', idempotencyKey, request },
      async (tx) => {
        if (!prepared.ok) return prepared;
        const known = await findAccountByLookup(tx, owner);
        const account = known && (await lockAccount(tx, known.id));
        if (!account || account.standing === 'CLOSED') return err({ kind: 'NOT_FOUND' });
        const burned = await proofs.burn(tx, prepared.value.proofId, account.id);
        return burned.ok
          ? ok(
              await change(deps, tx, account, {
                phone: phone.value,
                passwordHash: prepared.value.passwordHash,
                ...place,
              }),
            )
          : burned;
      },
      async (_tx, { accountId, ...reset }) => ({
        ...reset,
        deviceToken: place.installationId
          ? await deviceTokens.issue({ accountId, device: place.installationId }, clock.now())
          : null,
      }),
    );
  };
}

interface NewPassword {
  readonly phone: string;
  readonly passwordHash: string;
  readonly clientAddress: string;
  readonly installationId?: string;
}

async function change(
  { guesses, endSessions, knownAddresses, clock }: ResetPasswordDeps,
  tx: EntityManager,
  account: LockedAccount,
  { phone, passwordHash, ...place }: NewPassword,
): Promise<KeptReset> {
  const now = clock.now();
  await savePassword(tx, account, passwordHash, now);
  await guesses.forgive(tx, phone, place);
  await knownAddresses.note(tx, account.id, place.clientAddress);
  const isLocked = account.standing === 'LOCKED';
  if (isLocked) await saveStanding(tx, account, 'GOOD');
  const facts: AccountFact[] = [{ type: 'bindery.account.password-changed.v1', data: {} }];
  if (isLocked) facts.push({ type: 'bindery.account.unlocked.v1', data: {} });
  const sessionIds = await listLiveSessionIds(tx, account.id, now);
  const endedSessionCount = await endSessions(tx, account, { sessionIds, cause: 'PASSWORD_RESET', facts });
  return { accountId: account.id, changedAt: now.toISOString(), endedSessionCount };
}
