import { ok, type Result } from '@bindery/kernel';
import { liveSessionIds } from './session.repository';
import { actOnce, type ActDeps, type ActError, type Asker, type Done } from './once-signed-in';
import { endSessions } from './end-sessions';

/** Answers how many sessions were ended. */
export type EndOtherSessions = (
  asker: Asker,
  command: { readonly idempotencyKey: string },
) => Promise<Result<Done<number>, ActError>>;

/** Ends all sessions of the account but the one that asks (requirement 32). */
export function createEndOtherSessions(deps: ActDeps): EndOtherSessions {
  return (asker, { idempotencyKey }) =>
    actOnce<number, never>(
      deps,
      asker,
      { operation: 'endOtherSessions', idempotencyKey, request: {} },
      async (tx, account) => {
        const now = deps.clock.now();
        const others = (await liveSessionIds(tx, account.id, now)).filter((id) => id !== asker.sessionId);
        return ok(
          await endSessions({
            tx,
            accounts: deps.accounts,
            account,
            sessionIds: others,
            cause: 'ENDED_ELSEWHERE',
            now,
          }),
        );
      },
    );
}
