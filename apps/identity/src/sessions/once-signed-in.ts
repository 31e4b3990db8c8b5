import type { EntityManager } from 'typeorm';
import { err, type Clock, type Result } from '@bindery/kernel';
import type { Once, OnceRefusal, OnceRequest } from '@bindery/persistence';
import type { Viewer } from '@bindery/trust';
import { findAccount, lockAccount, type LockedAccount } from '../accounts';
import type { NotSignedIn } from './session.errors';
import { findSession } from './session.repository';
import { isLive } from './session.rules';
import type { SignedInViewer } from './signed-in';

/** What was done, and for whom. */
export interface Done<T> extends SignedInViewer {
  readonly value: T;
}

export type OnceSignedInRefusal = OnceRefusal | NotSignedIn;

/**
 * `once` for what a signed-in person asks of their account: the work has the account's row lock. An access token outlives its
 * session by up to its own life, so that the session goes on is checked here; a repetition of what was done before gets
 * its answer even if it ended the very session that asks.
 */
export type OnceSignedIn = <T, E>(
  viewer: Viewer,
  request: Omit<OnceRequest, 'owner'>,
  work: (tx: EntityManager, account: LockedAccount) => Promise<Result<T, E>>,
) => Promise<Result<Done<T>, E | OnceSignedInRefusal>>;

export function createOnceSignedIn({ once, clock }: { once: Once; clock: Clock }): OnceSignedIn {
  return <T, E>(
    { accountId, sessionId }: Viewer,
    request: Omit<OnceRequest, 'owner'>,
    work: (tx: EntityManager, account: LockedAccount) => Promise<Result<T, E>>,
  ) =>
    once<T, E | NotSignedIn, Done<T>>(
      { ...request, owner: accountId },
      async (tx) => {
        const account = await lockAccount(tx, accountId);
        const session = await findSession(tx, sessionId);
        return account && session?.accountId === account.id && isLive(session, clock.now())
          ? work(tx, account)
          : err({ kind: 'NOT_SIGNED_IN' });
      },
      async (tx, value) => {
        const [account, session] = [await findAccount(tx, accountId), await findSession(tx, sessionId)];
        if (!account || session?.accountId !== accountId) throw new Error('who did this is gone');
        return { value, account, session };
      },
    );
}
