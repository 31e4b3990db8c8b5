import { ok, type Clock, type Result } from '@bindery/kernel';
import type { Viewer } from '@bindery/trust';
import type { EndSessionDeps } from './end-session';
import type { Done, OnceSignedInRefusal } from './once-signed-in';
import { listLiveSessionIds } from './session.repository';

/** Answers how many sessions were ended. */
export type EndOtherSessions = (
  viewer: Viewer,
  command: { readonly idempotencyKey: string },
) => Promise<Result<Done<number>, OnceSignedInRefusal>>;

/** Ends all sessions of the account but the one that asks (requirement 32). */
export function createEndOtherSessions({
  onceSignedIn,
  endSessions,
  clock,
}: EndSessionDeps & { readonly clock: Clock }): EndOtherSessions {
  return (viewer, { idempotencyKey }) =>
    onceSignedIn<number, never>(
      viewer,
      { operation: 'endOtherSessions', idempotencyKey, request: {} },
      async (tx, account) => {
        const live = await listLiveSessionIds(tx, account.id, clock.now());
        const sessionIds = live.filter((id) => id !== viewer.sessionId);
        return ok(await endSessions(tx, account, { sessionIds, cause: 'ENDED_ELSEWHERE' }));
      },
    );
}
