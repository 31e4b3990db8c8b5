import { err, ok, type Result } from '@bindery/kernel';
import type { NotFound } from '../passwords/password.errors';
import { findSession } from './session.repository';
import { actOnce, type ActDeps, type ActError, type Asker, type Done } from './once-signed-in';
import { endSessions } from './end-sessions';

export interface EndSessionCommand {
  readonly idempotencyKey: string;
  readonly sessionId: string;
}

export type EndSessionError = NotFound | ActError;

/** Answers the id of the session that was ended. */
export type EndSession = (asker: Asker, command: EndSessionCommand) => Promise<Result<Done<string>, EndSessionError>>;

/** Ends one session of the one who asks: logs out, or throws another device out. One that has ended stays so. */
export function createEndSession(deps: ActDeps): EndSession {
  return (asker, { idempotencyKey, sessionId }) =>
    actOnce<string, NotFound>(
      deps,
      asker,
      { operation: 'endSession', idempotencyKey, request: { sessionId } },
      async (tx, account) => {
        const session = await findSession(tx, sessionId);
        if (session?.accountId !== account.id) return err({ kind: 'NOT_FOUND' });
        const cause = sessionId === asker.sessionId ? 'LOGGED_OUT' : 'ENDED_ELSEWHERE';
        await endSessions({
          tx,
          accounts: deps.accounts,
          account,
          sessionIds: [sessionId],
          cause,
          now: deps.clock.now(),
        });
        return ok(sessionId);
      },
    );
}
