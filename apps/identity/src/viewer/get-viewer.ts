import type { EntityManager } from 'typeorm';
import type { Clock } from '@bindery/kernel';
import type { Viewer } from '@bindery/trust';
import { findAccount } from '../accounts';
import { findSession, isLive, type SignedInViewer } from '../sessions';

/** Null when the session is over: an access token may outlive it, but not here. */
export type GetViewer = (viewer: Pick<Viewer, 'accountId' | 'sessionId'>) => Promise<SignedInViewer | null>;

export function createGetViewer({ db, clock }: { db: EntityManager; clock: Clock }): GetViewer {
  return async ({ accountId, sessionId }) => {
    const session = await findSession(db, sessionId);
    if (session?.accountId !== accountId || !isLive(session, clock.now())) return null;
    const account = await findAccount(db, accountId);
    return account && { account, session };
  };
}
