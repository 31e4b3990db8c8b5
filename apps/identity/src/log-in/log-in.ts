import type { EntityManager } from 'typeorm';
import { err, ok, type Clock, type Result } from '@bindery/kernel';
import { checkIdempotencyKey, type Once, type OnceRefusal } from '@bindery/persistence';
import type { SecurityLog } from '@bindery/service';
import type { LimitGuesses, TooManyFailures } from '../account-lock';
import { lockAccount } from '../accounts';
import { findPasswordHash, type Overloaded, type PasswordHolder } from '../passwords';
import { findSession, isLive, type Session, type SignedIn, type StartSession } from '../sessions';
import type { IssueTokens } from '../tokens';
import type { Authenticate } from './authenticate';
import type { LogInFailed } from './log-in.errors';
import { checkLogInForm, type LogInForm, type LogInFormRefused } from './log-in.rules';

export interface LogInCommand extends LogInForm {
  readonly idempotencyKey: string;
}

export type LogInError = LogInFormRefused | LogInFailed | TooManyFailures | Overloaded | OnceRefusal;

export type LogIn = (command: LogInCommand) => Promise<Result<SignedIn, LogInError>>;

export interface LogInDeps {
  readonly authenticate: Authenticate;
  readonly once: Once;
  readonly guesses: Pick<LimitGuesses, 'forgive'>;
  readonly startSession: StartSession;
  readonly issueTokens: IssueTokens;
  readonly clock: Clock;
  readonly security: Pick<SecurityLog, 'record'>;
}

/** Looks at the password, then makes the session, once for each idempotency key. A repetition must bring the password again. */
export function createLogIn(deps: LogInDeps): LogIn {
  const { authenticate, once, guesses, startSession, issueTokens, clock, security } = deps;

  async function start(
    tx: EntityManager,
    { account: { id }, passwordHash }: PasswordHolder,
    { device, clientApp }: LogInForm,
  ): Promise<Result<Session['id'], LogInFailed>> {
    const account = await lockAccount(tx, id);
    // Locked, closed or given another password since it was looked at: then this login is none.
    if (account?.standing !== 'GOOD' || (await findPasswordHash(tx, id)) !== passwordHash)
      return err({ kind: 'LOG_IN_FAILED' });
    return ok(await startSession(tx, account, { device, clientApp, assuranceLevel: 'AAL1' }));
  }

  return async ({ idempotencyKey, ...form }) => {
    const key = checkIdempotencyKey(idempotencyKey);
    if (!key.ok) return key;
    const checked = checkLogInForm(form);
    if (!checked.ok) return checked;
    const { phone, password, device, clientApp } = checked.value;
    const holder = await authenticate(phone, password);
    if (!holder.ok) return holder;
    const { account } = holder.value;
    const started = await once(
      { owner: account.id, operation: 'logIn', idempotencyKey, request: { device, clientApp } },
      (tx) => start(tx, holder.value, checked.value),
      async (tx, sessionId) => {
        // Of a repetition too, which was a guess like any other.
        await guesses.forgive(tx, phone);
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
    if (!session || !isLive(session, clock.now())) return err({ kind: 'IDEMPOTENCY_KEY_REUSED' });
    security.record('log-in-succeeded', { userId: account.id });
    return ok({ account, session, ...(await issueTokens(account, session)) });
  };
}
