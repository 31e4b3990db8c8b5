import type { EntityManager } from 'typeorm';
import { err, ok, type Clock, type InvalidInput, type Result } from '@bindery/kernel';
import { checkIdempotencyKey, type OnceRefusal } from '@bindery/persistence';
import type { SecurityLog } from '@bindery/service';
import type { DeviceTokens, Viewer } from '@bindery/trust';
import { toAddressKey } from '@bindery/values';
import type { ChargedGuess, LimitGuesses, TooManyFailures } from '../../account-lock';
import { findAccount, type LookupOf, type ReadPhone } from '../../accounts';
import { listDevicesById } from '../../devices';
import type { KnownAddresses } from '../../known-addresses';
import type { Done, OnceSignedIn, OnceSignedInRefusal } from '../../sessions';
import type { PasswordHashing } from '../password-hashing';
import { findPasswordHash } from '../password.repository';
import type { Overloaded, PasswordTooWeak } from '../password.errors';
import { judgePassword, readPassword } from '../password.rules';
import type { ReplacePassword } from '../replace-password';
import type { PasswordWrong } from './change-password.errors';

export interface ChangePasswordCommand {
  readonly idempotencyKey: string;
  readonly currentPassword: string;
  readonly newPassword: string;
  readonly clientAddress: string;
}

export interface PasswordChanged {
  /** RFC 3339. */
  readonly changedAt: string;
  /** Other sessions of the account. */
  readonly endedSessionCount: number;
}

/** The same, and the token of the device where it was done: those of before are worth nothing. */
export interface ChangedHere extends Done<PasswordChanged> {
  readonly deviceToken: string;
}

type Refused = InvalidInput | PasswordTooWeak | PasswordWrong | TooManyFailures | Overloaded;

export type ChangePasswordError = Refused | OnceRefusal | OnceSignedInRefusal;

export type ChangePassword = (
  viewer: Viewer,
  command: ChangePasswordCommand,
) => Promise<Result<ChangedHere, ChangePasswordError>>;

export interface ChangePasswordDeps {
  readonly db: EntityManager;
  readonly onceSignedIn: OnceSignedIn;
  readonly hashing: PasswordHashing;
  readonly guesses: Pick<LimitGuesses, 'charge' | 'chargeChange' | 'takeBack'>;
  readonly knownAddresses: Pick<KnownAddresses, 'has'>;
  readonly lookupOf: LookupOf;
  readonly readPhone: ReadPhone;
  readonly replacePassword: ReplacePassword;
  readonly deviceTokens: DeviceTokens;
  readonly clock: Clock;
  readonly security: Pick<SecurityLog, 'record'>;
}

interface Prepared {
  readonly phone: string;
  readonly formerHash: string;
  readonly passwordHash: string;
  readonly guess: ChargedGuess;
}

/** Another password for who is signed in and knows the one so far. A token that was stolen is not enough: guesses count as those of the device. */
export function createChangePassword(deps: ChangePasswordDeps): ChangePassword {
  const { onceSignedIn, hashing, guesses, replacePassword, deviceTokens, clock } = deps;
  return async (viewer, { idempotencyKey, currentPassword, newPassword, clientAddress }) => {
    const key = checkIdempotencyKey(idempotencyKey);
    if (!key.ok) return key;
    // Not refused yet: a repetition gets its first answer though the password so far is another one by now.
    const prepared = await prepare(deps, viewer, { idempotencyKey, currentPassword, newPassword, clientAddress });
    const request = { digests: [currentPassword, newPassword].map(hashing.digestOf) };
    const changed = await onceSignedIn<PasswordChanged, Refused>(
      viewer,
      { operation: 'changePassword', idempotencyKey, request },
      async (tx, account) => {
        if (!prepared.ok) return prepared;
        const { phone, formerHash, passwordHash, guess } = prepared.value;
        // Given another one since it was looked at: then it is not the one so far.
        if ((await findPasswordHash(tx, account.id)) !== formerHash) return err({ kind: 'PASSWORD_WRONG' });
        await guesses.takeBack(tx, guess);
        const place = { clientAddress, exceptSession: viewer.sessionId, cause: 'PASSWORD_CHANGED' } as const;
        return ok(await replacePassword(tx, account, { phone, passwordHash, ...place }));
      },
    );
    if (!changed.ok) return changed;
    const { accountId, deviceId } = viewer;
    return ok({
      ...changed.value,
      deviceToken: await deviceTokens.issue({ accountId, device: deviceId }, clock.now()),
    });
  };
}

/** Looks at both passwords, which takes long: before the transaction. */
async function prepare(
  { db, hashing, guesses, knownAddresses, lookupOf, readPhone, security }: ChangePasswordDeps,
  { accountId, deviceId }: Viewer,
  { idempotencyKey, currentPassword, newPassword, clientAddress }: ChangePasswordCommand,
): Promise<Result<Prepared, Refused>> {
  const [account, phone, formerHash, [device]] = await Promise.all([
    findAccount(db, accountId),
    readPhone(accountId),
    findPasswordHash(db, accountId),
    listDevicesById(db, [deviceId]),
  ]);
  if (!account || phone === undefined || formerHash === null) throw new Error('somebody signed in has no password');
  const read = readPassword(newPassword, 'newPassword');
  if (!read.ok) return read;
  const guesser = {
    lookup: lookupOf(phone),
    device: device?.installationId,
    address: toAddressKey(clientAddress),
    isAddressKnown: await knownAddresses.has(db, accountId, clientAddress),
  };
  const counted = await guesses.chargeChange(accountId, idempotencyKey);
  if (!counted.ok) return counted;
  const password = judgePassword(read.value, [phone, account.displayName]);
  if (!password.ok) return password;
  // Who is signed in is known, and has the place that strangers cannot take.
  const verified = await hashing.verify(currentPassword, formerHash, () => guesses.charge(guesser), true);
  // A lock keeps strangers out; who is signed in has no other lane left than to wait.
  if (!verified.ok)
    return verified.error.kind === 'FAILURES_EXHAUSTED' ? err({ kind: 'PASSWORD_WRONG' }) : err(verified.error);
  if (!verified.value.matches) {
    const facts = { errorCode: 'WRONG_PASSWORD', labels: { field: 'currentPassword' } };
    security.record('log-in-failed', { userId: accountId, ...facts });
    return err({ kind: 'PASSWORD_WRONG' });
  }
  const hashed = await hashing.hash(password.value);
  return hashed.ok ? ok({ phone, formerHash, passwordHash: hashed.value, guess: verified.value.admission }) : hashed;
}
