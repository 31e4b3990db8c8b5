import { err, ok, type Id, type Result } from '@bindery/kernel';
import type { Viewer } from '@bindery/trust';
import type { EndSessions } from './end-sessions';
import type { Done, OnceSignedIn, OnceSignedInRefusal } from './once-signed-in';
import type { NotFound } from './session.errors';
import { findSession } from './session.repository';
import type { Session } from './session.rules';

export interface EndSessionCommand {
  readonly idempotencyKey: string;
  readonly sessionId: Id<'session'>;
}

export type EndSessionError = NotFound | OnceSignedInRefusal;

/** Answers the id of the session that was ended. */
export type EndSession = (
  viewer: Viewer,
  command: EndSessionCommand,
) => Promise<Result<Done<Session['id']>, EndSessionError>>;

export interface EndSessionDeps {
  readonly onceSignedIn: OnceSignedIn;
  readonly endSessions: EndSessions;
}

/** Ends one session of the viewer: logs out, or throws another device out. One that has ended stays so. */
export function createEndSession({ onceSignedIn, endSessions }: EndSessionDeps): EndSession {
  return (viewer, { idempotencyKey, sessionId }) =>
    onceSignedIn<Session['id'], NotFound>(
      viewer,
      { operation: 'endSession', idempotencyKey, request: { sessionId } },
      async (tx, account) => {
        const session = await findSession(tx, sessionId);
        if (session?.accountId !== account.id) return err({ kind: 'NOT_FOUND' });
        const cause = session.id === viewer.sessionId ? 'LOGGED_OUT' : 'ENDED_ELSEWHERE';
        await endSessions(tx, account, { sessionIds: [session.id], cause });
        return ok(session.id);
      },
    );
}
