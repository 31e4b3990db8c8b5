import { err, ok, type Clock, type InvalidInput, type Result } from '@bindery/kernel';
import { checkIdempotencyKey, type Once, type OnceRefusal } from '@bindery/persistence';
import type { Countries } from '@bindery/values';
import {
  checkMobilePhone,
  findAccountByLookup,
  lockAccount,
  type LookupOf,
  type MobileNumberNeeded,
  type PhoneInvalid,
} from '../accounts';
import type { PhoneProofs, ProofRejected } from '../proofs';
import { checkInstallationId } from '../devices';
import type { DeviceTokens } from '@bindery/trust';
import type { HashProvedPassword } from './hash-proved-password';
import type { NotFound, Overloaded, PasswordTooWeak } from './password.errors';
import type { PasswordHashing } from './password-hashing';
import { readPassword } from './password.rules';
import type { ReplacedPassword, ReplacePassword } from './replace-password';

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

export type ResetPasswordError =
  | InvalidInput
  | PhoneInvalid
  | MobileNumberNeeded
  | PasswordTooWeak
  | ProofRejected
  | NotFound
  | Overloaded
  | OnceRefusal;

export type ResetPassword = (command: ResetPasswordCommand) => Promise<Result<PasswordReset, ResetPasswordError>>;

export interface ResetPasswordDeps {
  readonly once: Once;
  readonly lookupOf: LookupOf;
  readonly proofs: PhoneProofs;
  readonly hashing: Pick<PasswordHashing, 'digestOf'>;
  readonly hashProvedPassword: HashProvedPassword;
  readonly replacePassword: ReplacePassword;
  readonly deviceTokens: DeviceTokens;
  readonly clock: Clock;
  /** Whose mobile numbers are sent codes. */
  readonly countries: Countries;
}

/**
 * A new password for who proves the phone. Always gets its owner in: the place it is done at is known from now on, what the owner mistyped
 * is forgotten, a lock is lifted; and whoever else was in is out: every session ends (requirements 22 and 24).
 */
export function createResetPassword(deps: ResetPasswordDeps): ResetPassword {
  const { once, lookupOf, proofs, hashing, hashProvedPassword, replacePassword, deviceTokens, clock, countries } = deps;
  return async ({ idempotencyKey, phone: typedPhone, newPassword, proof, installationId, clientAddress }) => {
    const key = checkIdempotencyKey(idempotencyKey);
    if (!key.ok) return key;
    const phone = checkMobilePhone(typedPhone, countries);
    if (!phone.ok) return phone;
    const installation = installationId ? checkInstallationId(installationId, 'installationId') : ok(undefined);
    if (!installation.ok) return installation;
    const password = readPassword(newPassword, 'newPassword');
    if (!password.ok) return password;
    // Not refused yet: a repetition gets its first answer even when the proof is used up or over by now.
    const prepared = await hashProvedPassword('RESET_PASSWORD', {
      phone: phone.value,
      password: password.value,
      proof,
      // Without the account's name: a refusal because of it would tell a stranger the name.
      personal: [phone.value],
    });
    const request = { password: hashing.digestOf(password.value), proof };
    const owner = lookupOf(phone.value);
    const place = { clientAddress, installationId: installation.value };
    return once<ReplacedPassword, ResetPasswordError, PasswordReset>(
      { owner, operation: 'resetPassword', idempotencyKey, request },
      async (tx) => {
        if (!prepared.ok) return prepared;
        const known = await findAccountByLookup(tx, owner);
        const account = known && (await lockAccount(tx, known.id));
        if (!account || account.standing === 'CLOSED') return err({ kind: 'NOT_FOUND' });
        const burned = await proofs.burn(tx, prepared.value.proofId, account.id);
        if (!burned.ok) return burned;
        const { passwordHash } = prepared.value;
        return ok(
          await replacePassword(tx, account, { phone: phone.value, passwordHash, cause: 'PASSWORD_RESET', ...place }),
        );
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
