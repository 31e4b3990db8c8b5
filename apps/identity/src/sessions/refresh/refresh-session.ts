import type { EntityManager } from 'typeorm';
import { err, ok, type Clock, type Result } from '@bindery/kernel';
import { checkIdempotencyKey, type Once, type OnceRefusal, type UnitOfWork } from '@bindery/persistence';
import type { SecurityLog } from '@bindery/service';
import { findAccount, lockAccount } from '../../accounts';
import { saveDeviceSeen } from '../../devices';
import type { KnownAddresses } from '../../known-addresses';
import { hashOf, type IssueTokens, type ParsedRefreshToken, type RefreshTokens } from '../../tokens';
import type { EndSessions } from '../end-sessions';
import { findSession, saveSessionRotated } from '../session.repository';
import type { Session } from '../session.rules';
import type { SignedIn } from '../signed-in';
import { decideRotation } from './refresh-rotation.rules';
import type { SessionEnded } from './refresh-session.errors';

export interface RefreshSessionCommand {
  readonly idempotencyKey: string;
  readonly refreshToken: string;
  readonly clientAddress: string;
}

export type RefreshSessionError = SessionEnded | OnceRefusal;

export type RefreshSession = (command: RefreshSessionCommand) => Promise<Result<SignedIn, RefreshSessionError>>;

export interface RefreshSessionDeps {
  readonly db: EntityManager;
  readonly once: Once;
  readonly unitOfWork: UnitOfWork;
  readonly refreshTokens: RefreshTokens;
  readonly issueTokens: IssueTokens;
  readonly endSessions: EndSessions;
  readonly knownAddresses: Pick<KnownAddresses, 'note'>;
  readonly clock: Clock;
  readonly security: Pick<SecurityLog, 'record'>;
}

interface LostTheRace {
  readonly kind: 'LOST_THE_RACE';
}

/** Gives the next tokens of a session. A repetition gets the same until they are used, for minutes; any other ends the session. */
export function createRefreshSession(deps: RefreshSessionDeps): RefreshSession {
  const { db, unitOfWork, refreshTokens, issueTokens, clock, security } = deps;
  const rotate = createRotate(deps);

  /** Looks at the session as it is, and acts only if it is still so: a look that comes to nothing is taken again. */
  async function refresh(
    token: ParsedRefreshToken,
    key: string,
    clientAddress: string,
  ): Promise<Result<Session, RefreshSessionError>> {
    const session = await findSession(db, token.sessionId);
    if (!session) {
      security.record('refresh-token-refused', { errorCode: 'SESSION_UNKNOWN' });
      return err({ kind: 'SESSION_ENDED' });
    }
    const presented = refreshTokens.judge(session, token);
    switch (decideRotation(session, presented, token.generation, requestedBy(key), clock.now())) {
      case 'REPEAT':
        return ok(session);
      case 'ROTATE': {
        const rotated = await rotate(session, key, clientAddress);
        if (rotated.ok) return rotated;
        // The next look finds the winner's successor, and gives that.
        return rotated.error.kind === 'LOST_THE_RACE' ? refresh(token, key, clientAddress) : err(rotated.error);
      }
      case 'REUSED':
        await unitOfWork.run((tx) => endFamily(deps, tx, session));
        security.record('refresh-token-reused', { userId: session.accountId, labels: { session: session.id } });
        return err({ kind: 'SESSION_ENDED' });
      case 'REFUSE':
        security.record('refresh-token-refused', {
          userId: session.accountId,
          errorCode: presented === 'FORGED' ? 'TOKEN_FORGED' : 'SESSION_ENDED',
        });
        return err({ kind: 'SESSION_ENDED' });
    }
  }

  return async ({ idempotencyKey, refreshToken, clientAddress }) => {
    const key = checkIdempotencyKey(idempotencyKey);
    if (!key.ok) return key;
    const token = refreshTokens.parse(refreshToken);
    if (!token) {
      security.record('refresh-token-refused', { errorCode: 'TOKEN_FORGED' });
      return err({ kind: 'SESSION_ENDED' });
    }
    const session = await refresh(token, key.value, clientAddress);
    if (!session.ok) return session;
    const account = await findAccount(db, session.value.accountId);
    return account
      ? ok({ account, session: session.value, ...(await issueTokens(account, session.value)) })
      : err({ kind: 'SESSION_ENDED' });
  };
}

/** What is kept of the request that rotated a token. */
const requestedBy = (idempotencyKey: string): string => hashOf(idempotencyKey);

/**
 * Puts the next token in the place of the current one, by compare-and-set. The key finds out a request that brings it for
 * another token; what a repetition gets is decided before anybody looks at keys, by `decideRotation`.
 */
function createRotate({
  once,
  refreshTokens,
  knownAddresses,
  clock,
}: Pick<RefreshSessionDeps, 'once' | 'refreshTokens' | 'knownAddresses' | 'clock'>) {
  return async (
    session: Session,
    key: string,
    clientAddress: string,
  ): Promise<Result<Session, RefreshSessionError | LostTheRace>> => {
    const now = clock.now();
    const next = {
      refreshHash: hashOf(refreshTokens.derive(session.id, session.generation + 1)),
      rotatedBy: requestedBy(key),
      now,
    };
    const rotated = await once<null, LostTheRace, Session | null>(
      {
        owner: session.id,
        operation: 'refreshSession',
        idempotencyKey: key,
        request: { generation: session.generation },
      },
      async (tx) => {
        if (!(await saveSessionRotated(tx, session, next))) return err({ kind: 'LOST_THE_RACE' });
        await saveDeviceSeen(tx, session.deviceId, now);
        await knownAddresses.note(tx, session.accountId, clientAddress);
        return ok(null);
      },
      (tx) => findSession(tx, session.id),
    );
    if (!rotated.ok) return rotated;
    return rotated.value ? ok(rotated.value) : err({ kind: 'SESSION_ENDED' });
  };
}

async function endFamily(
  { endSessions }: Pick<RefreshSessionDeps, 'endSessions'>,
  tx: EntityManager,
  { id, accountId }: Session,
): Promise<void> {
  const account = await lockAccount(tx, accountId);
  if (account) await endSessions(tx, account, { sessionIds: [id], cause: 'TOKEN_REUSED' });
}
