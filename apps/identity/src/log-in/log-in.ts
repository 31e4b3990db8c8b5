import type { EntityManager } from 'typeorm';
import { err, ok, type Clock, type Result } from '@bindery/kernel';
import { checkIdempotencyKey, type Once, type OnceRefusal } from '@bindery/persistence';
import type { SecurityLog } from '@bindery/service';
import type { LimitGuesses, TooManyFailures } from '../account-lock';
import { lockAccount } from '../accounts';
import type { TooManyDevices } from '../devices';
import { findPasswordHash, savePasswordHash, type Overloaded, type PasswordHashing } from '../passwords';
import { findSession, isLive, type Session, type SessionEnded, type SignedIn, type StartSession } from '../sessions';
import type { IssueTokens } from '../tokens';
import type { Authenticate, Authenticated } from './authenticate';
import type { LogInFailed } from './log-in.errors';
import { checkLogInForm, type LogInForm, type LogInFormRefused } from './log-in.rules';

export interface LogInCommand extends LogInForm {
  readonly idempotencyKey: string;
  /** What an earlier login on this device gave. */
  readonly deviceToken?: string | null;
  readonly clientAddress: string;
}

export type LogInError =
  LogInFormRefused | LogInFailed | SessionEnded | TooManyFailures | TooManyDevices | Overloaded | OnceRefusal;

export type LogIn = (command: LogInCommand) => Promise<Result<SignedIn, LogInError>>;

export interface LogInDeps {
  readonly authenticate: Authenticate;
  readonly once: Once;
  readonly guesses: Pick<LimitGuesses, 'takeBack'>;
  readonly hashing: Pick<PasswordHashing, 'hash' | 'isCurrent'>;
  readonly startSession: StartSession;
  readonly issueTokens: IssueTokens;
  readonly clock: Clock;
  readonly security: Pick<SecurityLog, 'record'>;
}

interface Start extends LogInForm, Pick<LogInCommand, 'clientAddress'> {
  readonly renewedHash: string | undefined;
}

/** Looks at the password, then makes the session, once for each idempotency key. A repetition must bring the password again. */
export function createLogIn(deps: LogInDeps): LogIn {
  const { authenticate, once, guesses, hashing, startSession, issueTokens, clock, security } = deps;

  /** The same password hashed at today's cost, if it is not; not now while others wait for theirs. */
  async function renew(passwordHash: string, password: string): Promise<string | undefined> {
    if (hashing.isCurrent(passwordHash)) return undefined;
    const renewed = await hashing.hash(password);
    return renewed.ok ? renewed.value : undefined;
  }

  async function start(
    tx: EntityManager,
    { account: { id }, passwordHash, guess }: Authenticated,
    { device, clientApp, clientAddress, renewedHash }: Start,
  ): Promise<Result<Session['id'], LogInFailed | TooManyDevices>> {
    const account = await lockAccount(tx, id);
    // Closed, locked or given another password since it was looked at: then this login is none. The lock keeps out whom we do not know.
    const mayLogIn = account?.standing === 'GOOD' || (account?.standing === 'LOCKED' && !guess.isStrangers);
    if (!account || !mayLogIn || (await findPasswordHash(tx, id)) !== passwordHash)
      return err({ kind: 'LOG_IN_FAILED' });
    if (renewedHash !== undefined) await savePasswordHash(tx, account, renewedHash);
    return startSession(tx, account, { device, clientApp, clientAddress, assuranceLevel: 'AAL1' });
  }

  return async ({ idempotencyKey, deviceToken, clientAddress, ...form }) => {
    const key = checkIdempotencyKey(idempotencyKey);
    if (!key.ok) return key;
    const checked = checkLogInForm(form);
    if (!checked.ok) return checked;
    const { phone, password, device, clientApp } = checked.value;
    const place = { installationId: device.installationId, deviceToken, clientAddress };
    const holder = await authenticate(phone, password, place);
    if (!holder.ok) return holder;
    const { account, passwordHash } = holder.value;
    const renewedHash = await renew(passwordHash, password);
    const started = await once(
      { owner: account.id, operation: 'logIn', idempotencyKey, request: { device, clientApp } },
      (tx) => start(tx, holder.value, { ...checked.value, clientAddress, renewedHash }),
      async (tx, sessionId) => {
        // Of a repetition too, which was a guess like any other.
        await guesses.takeBack(tx, holder.value.guess);
        return findSession(tx, sessionId);
      },
    );
    if (!started.ok) {
      if (started.error.kind === 'LOG_IN_FAILED')
        security.record('log-in-failed', { userId: account.id, errorCode: 'ACCOUNT_NOT_GOOD' });
      return started;
    }
    const session = started.value;
    // The session this key once made is over: a new login needs a new key.
    if (!session || !isLive(session, clock.now())) return err({ kind: 'SESSION_ENDED' });
    security.record('log-in-succeeded', { userId: account.id });
    return ok({ account, session, ...(await issueTokens(account, session)) });
  };
}
