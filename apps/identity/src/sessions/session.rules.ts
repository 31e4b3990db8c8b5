import type { Id } from '@bindery/kernel';

/** Ways a session ends before its time. */
export type SessionEndCause =
  | 'LOGGED_OUT'
  | 'ENDED_ELSEWHERE'
  | 'TOKEN_REUSED'
  | 'PASSWORD_RESET'
  | 'PASSWORD_CHANGED'
  | 'TOO_MANY_SESSIONS'
  | 'STAFF_ROLE_REVOKED'
  | 'DISPUTE_UPHELD';

/** How sure we are who is there (NIST SP 800-63B-4): one factor, or two. */
export const assuranceLevels = ['AAL1', 'AAL2'] as const;
export type AssuranceLevel = (typeof assuranceLevels)[number];

/** One login that lasts: a family of refresh tokens, of which one is current. */
export interface Session {
  readonly id: Id<'session'>;
  readonly accountId: Id<'account'>;
  readonly deviceId: Id<'device'>;
  readonly clientApp: string;
  readonly assuranceLevel: AssuranceLevel;
  /** Which refresh token of the family is current: 1 at login, one more at each refresh. */
  readonly generation: number;
  /** SHA-256 of the current refresh token, base64url. */
  readonly refreshHash: string;
  /** When the current refresh token took the place of the one before. */
  readonly rotatedAt: Date;
  /** Which request put it there, by a hash of its idempotency key; null at login. */
  readonly rotatedBy: string | null;
  readonly startedAt: Date;
  readonly lastUsedAt: Date;
  readonly endsAt: Date;
  readonly endedAt: Date | null;
  readonly endCause: SessionEndCause | null;
}

const dayMs = 24 * 60 * 60_000;

/** Thirty days, used or not: NIST SP 800-63B-4, 2.1.3, the longest between two proofs of who is there at AAL1. */
export const sessionLifetimeMs = 30 * dayMs;

/** Sessions of one account that go on at once; with another login the one that was used least lately ends. */
export const liveSessionsMax = 20;

/** So long support can still see a session that is over. */
export const endedSessionKeptMs = 30 * dayMs;

export const isLive = ({ endedAt, endsAt }: Pick<Session, 'endedAt' | 'endsAt'>, now: Date): boolean =>
  endedAt === null && endsAt > now;
