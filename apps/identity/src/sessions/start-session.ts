import { err, newId, ok, type Clock, type Result } from '@bindery/kernel';
import { onceOnly, type IdempotencyKeyReused, type UnitOfWork } from '@bindery/persistence';
import type { EntityManager } from 'typeorm';
import type { Account } from '../accounts/account.rules';
import type { LogInFailed } from '../passwords/password.errors';
import type { LogInForm } from '../log-in/log-in.rules';
import { isLive, sessionLifetimeMs, type Session } from './session.rules';
import type { AccountHolder, Accounts } from '../accounts/account.repository';
import { saveDevice } from '../devices/device.repository';
import { clearFailures } from '../passwords/log-in-failure.repository';
import { addSession, findSession } from './session.repository';
import { hashOf, type RefreshTokens } from '../tokens/refresh-token';
import type { IssueTokens, SessionTokens } from '../tokens/issue-tokens';

/** Somebody who is signed in, with what their client needs to go on. */
export interface SignedIn extends SessionTokens {
  readonly account: Account;
  readonly session: Session;
}

export type StartSession = (
  holder: AccountHolder,
  form: LogInForm,
) => Promise<Result<SignedIn, LogInFailed | IdempotencyKeyReused>>;

export interface StartSessionDeps {
  readonly unitOfWork: UnitOfWork;
  readonly accounts: Accounts;
  readonly refreshTokens: RefreshTokens;
  readonly issueTokens: IssueTokens;
  readonly clock: Clock;
}

/** The second half of a login: the password was right; make the session, once for each idempotency key. */
export function createStartSession({
  unitOfWork,
  accounts,
  refreshTokens,
  issueTokens,
  clock,
}: StartSessionDeps): StartSession {
  async function addDeviceAndSession(
    tx: EntityManager,
    account: Account,
    { device, clientApp }: LogInForm,
  ): Promise<Session['id']> {
    const now = clock.now();
    const { deviceId, isNew } = await saveDevice(tx, { ...device, accountId: account.id, clientApp, seenAt: now });
    const id = newId('session', now.getTime());
    await addSession(tx, {
      id,
      accountId: account.id,
      deviceId,
      clientApp,
      assuranceLevel: 'AAL1',
      generation: 1,
      refreshHash: hashOf(refreshTokens.derive(id, 1)),
      rotatedAt: now,
      startedAt: now,
      lastUsedAt: now,
      endsAt: new Date(now.getTime() + sessionLifetimeMs),
      endedAt: null,
      endCause: null,
    });
    await accounts.record(tx, account, [
      ...(isNew
        ? [
            {
              type: 'bindery.account.device-registered.v1' as const,
              data: { deviceId, platform: device.platform, clientApp },
            },
          ]
        : []),
      { type: 'bindery.account.session-started.v1', data: { sessionId: id, deviceId, newDevice: isNew } },
    ]);
    return id;
  }

  return async ({ account, passwordHash }, form) => {
    const { idempotencyKey: key, phone, device, clientApp } = form;
    const outcome = await unitOfWork.run(
      async (tx): Promise<Result<Session | null, LogInFailed | IdempotencyKeyReused>> => {
        const locked = await accounts.lock(tx, account.id);
        // Locked, closed or given another password since it was looked at: then this login is none.
        if (locked?.account.standing !== 'GOOD' || locked.passwordHash !== passwordHash)
          return err({ kind: 'LOG_IN_FAILED' });
        await clearFailures(tx, accounts.lookupOf(phone));
        const once = { owner: account.id, operation: 'logIn', key, request: { device, clientApp } };
        const sessionId = await onceOnly<string, never>(tx, once, async () =>
          ok(await addDeviceAndSession(tx, locked.account, form)),
        );
        return sessionId.ok ? ok(await findSession(tx, sessionId.value)) : sessionId;
      },
    );
    if (!outcome.ok) return outcome;
    const session = outcome.value;
    // The session this key once made is over: a new login needs a new key.
    if (!session || !isLive(session, clock.now())) return err({ kind: 'IDEMPOTENCY_KEY_REUSED' });
    return ok({ account, session, ...(await issueTokens(account, session)) });
  };
}
