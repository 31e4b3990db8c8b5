import type { DataSource } from 'typeorm';
import type { Clock } from '@bindery/kernel';
import type { Account } from '../accounts/account.rules';
import { isLive, type Session } from '../sessions/session.rules';
import type { Accounts } from '../accounts/account.repository';
import { findSession } from '../sessions/session.repository';

/** Who is signed in, and by which session. */
export interface SignedInViewer {
  readonly account: Account;
  readonly session: Session;
}

/** Null when the session is over: an access token outlives it by up to ten minutes, but not here. */
export type GetViewer = (accountId: string, sessionId: string) => Promise<SignedInViewer | null>;

export function createGetViewer({
  dataSource,
  accounts,
  clock,
}: {
  dataSource: DataSource;
  accounts: Accounts;
  clock: Clock;
}): GetViewer {
  return async (accountId, sessionId) => {
    const session = await findSession(dataSource.manager, sessionId);
    if (session?.accountId !== accountId || !isLive(session, clock.now())) return null;
    const account = await accounts.find(dataSource.manager, accountId);
    return account && { account, session };
  };
}
