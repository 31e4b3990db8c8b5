import { err, ok, type Clock, type Result } from '@bindery/kernel';
import { onceOnly, type IdempotencyKeyReused, type UnitOfWork } from '@bindery/persistence';
import type { EntityManager } from 'typeorm';
import type { Account } from '../accounts/account.rules';
import { checkIdempotencyKey } from '../domain/idempotency-key';
import type { InvalidInput, NotSignedIn } from '../passwords/password.errors';
import { isLive, type Session } from './session.rules';
import type { Accounts } from '../accounts/account.repository';
import { findSession } from './session.repository';

/** Who asks, as the access token names them. */
export interface Asker {
  readonly accountId: string;
  readonly sessionId: string;
}

export interface Act {
  readonly operation: string;
  readonly idempotencyKey: string;
  readonly request: unknown;
}

/** What was done, and for whom. */
export interface Done<T> {
  readonly value: T;
  readonly account: Account;
  readonly session: Session;
}

export type ActError = InvalidInput | NotSignedIn | IdempotencyKeyReused;

export interface ActDeps {
  readonly unitOfWork: UnitOfWork;
  readonly accounts: Accounts;
  readonly clock: Clock;
}

/**
 * Does what a signed-in person asks, once for each key, under the row lock of their account. An access token
 * outlives its session by up to ten minutes, so that the session goes on is checked here; a repetition of what
 * was done before gets its answer even if it ended the very session that asks.
 */
export async function actOnce<T, E>(
  { unitOfWork, accounts, clock }: ActDeps,
  asker: Asker,
  { operation, idempotencyKey, request }: Act,
  work: (tx: EntityManager, account: Account) => Promise<Result<T, E>>,
): Promise<Result<Done<T>, E | ActError>> {
  const key = checkIdempotencyKey(idempotencyKey);
  if (!key.ok) return key;
  return unitOfWork.run(async (tx): Promise<Result<Done<T>, E | ActError>> => {
    const holder = await accounts.lock(tx, asker.accountId);
    const session = await findSession(tx, asker.sessionId);
    if (!holder || session?.accountId !== holder.account.id) return err({ kind: 'NOT_SIGNED_IN' });
    const { account } = holder;
    const once = { owner: account.id, operation, key: key.value, request };
    const done = await onceOnly<T, E | NotSignedIn>(tx, once, async () =>
      isLive(session, clock.now()) ? work(tx, account) : err({ kind: 'NOT_SIGNED_IN' }),
    );
    return done.ok ? ok({ value: done.value, account, session }) : done;
  });
}
