import { err, ok, type Clock, type Result } from '@bindery/kernel';
import { onceOnly, type IdempotencyKeyReused, type UnitOfWork } from '@bindery/persistence';
import type { EntityManager } from 'typeorm';
import { checkIdempotencyKey } from '../domain/idempotency-key';
import type { InvalidInput, SessionEnded } from '../passwords/password.errors';
import { decideRotation } from './refresh-rotation.rules';
import type { Session } from '../sessions/session.rules';
import type { Accounts } from '../accounts/account.repository';
import { touchDevice } from '../devices/device.repository';
import { findSession, rotateSession } from '../sessions/session.repository';
import { hashOf, type ParsedRefreshToken, type RefreshTokens } from '../tokens/refresh-token';
import type { IssueTokens } from '../tokens/issue-tokens';
import { endSessions } from '../sessions/end-sessions';
import type { SignedIn } from '../sessions/start-session';

export interface RefreshSessionCommand {
  readonly idempotencyKey: string;
  readonly refreshToken: string;
}

export type RefreshSessionError = InvalidInput | SessionEnded | IdempotencyKeyReused;

export type RefreshSession = (command: RefreshSessionCommand) => Promise<Result<SignedIn, RefreshSessionError>>;

export interface RefreshSessionDeps {
  readonly unitOfWork: UnitOfWork;
  readonly accounts: Accounts;
  readonly refreshTokens: RefreshTokens;
  readonly issueTokens: IssueTokens;
  readonly clock: Clock;
}

interface LostTheRace {
  readonly kind: 'LOST_THE_RACE';
}

interface TokenReused {
  readonly kind: 'TOKEN_REUSED';
}

type Refused = SessionEnded | IdempotencyKeyReused;

/** Gives the next tokens of a session. A repetition within ten seconds gets the same; later it ends the session. */
export function createRefreshSession({
  unitOfWork,
  accounts,
  refreshTokens,
  issueTokens,
  clock,
}: RefreshSessionDeps): RefreshSession {
  /** One look at the session and, if the token is current, one compare-and-set. */
  async function look(
    tx: EntityManager,
    token: ParsedRefreshToken,
    key: string,
  ): Promise<Result<Session, Refused | LostTheRace | TokenReused>> {
    const session = await findSession(tx, token.sessionId);
    if (!session) return err({ kind: 'SESSION_ENDED' });
    const decision = decideRotation(session, refreshTokens.judge(session, token), token.generation, clock.now());
    if (decision === 'REPEAT') return ok(session);
    if (decision === 'ROTATE') return rotate(tx, session, key);
    return err({ kind: decision === 'REUSED' ? 'TOKEN_REUSED' : 'SESSION_ENDED' });
  }

  async function rotate(
    tx: EntityManager,
    session: Session,
    key: string,
  ): Promise<Result<Session, Refused | LostTheRace>> {
    const now = clock.now();
    const next = hashOf(refreshTokens.derive(session.id, session.generation + 1));
    // Finds out a key that belongs to another token; what a repetition gets is decided by the ten seconds.
    const once = { owner: session.id, operation: 'refreshSession', key, request: { generation: session.generation } };
    const rotated = await onceOnly<null, LostTheRace>(tx, once, async () => {
      if (!(await rotateSession(tx, session, next, now))) return err({ kind: 'LOST_THE_RACE' });
      await touchDevice(tx, session.deviceId, now);
      return ok(null);
    });
    if (!rotated.ok) return rotated;
    const current = await findSession(tx, session.id);
    return current ? ok(current) : err({ kind: 'SESSION_ENDED' });
  }

  async function refresh(token: ParsedRefreshToken, key: string): Promise<Result<Session, Refused>> {
    const looked = await unitOfWork.run((tx) => look(tx, token, key));
    if (looked.ok) return looked;
    switch (looked.error.kind) {
      case 'LOST_THE_RACE':
        // The next look finds the winner's successor, and gives that.
        return refresh(token, key);
      case 'TOKEN_REUSED':
        await unitOfWork.run((tx) => endFamily(tx, token.sessionId));
        return err({ kind: 'SESSION_ENDED' });
      default:
        return err(looked.error);
    }
  }

  async function endFamily(tx: EntityManager, sessionId: string): Promise<void> {
    const session = await findSession(tx, sessionId);
    const holder = session && (await accounts.lock(tx, session.accountId));
    if (holder)
      await endSessions({
        tx,
        accounts,
        account: holder.account,
        sessionIds: [sessionId],
        cause: 'TOKEN_REUSED',
        now: clock.now(),
      });
  }

  return async ({ idempotencyKey, refreshToken }) => {
    const key = checkIdempotencyKey(idempotencyKey);
    if (!key.ok) return key;
    const token = refreshTokens.parse(refreshToken);
    const session: Result<Session, Refused> = token ? await refresh(token, key.value) : err({ kind: 'SESSION_ENDED' });
    if (!session.ok) return session;
    const account = await unitOfWork.run((tx) => accounts.find(tx, session.value.accountId));
    return account
      ? ok({ account, session: session.value, ...(await issueTokens(account, session.value)) })
      : err({ kind: 'SESSION_ENDED' });
  };
}
