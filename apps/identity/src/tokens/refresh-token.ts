import { createHash, createHmac } from 'node:crypto';
import { isId, type Id } from '@bindery/kernel';
import { isSame } from '@bindery/trust';
import type { Presented } from './presented.rules';

/** Keys that refresh tokens are derived from: 256-bit, by id, the current one first. */
export type RefreshKeys = ReadonlyMap<string, Uint8Array>;

/** What a session keeps of its tokens: a family, of which one is current. */
export interface TokenFamily {
  readonly id: Id<'session'>;
  /** Which token of the family is current: 1 at login, one more at each refresh. */
  readonly generation: number;
  /** SHA-256 of the current token, base64url. */
  readonly refreshHash: string;
}

/** Which token of which session a text claims to be; whether it is, `judge` finds out. */
export interface ParsedRefreshToken {
  readonly sessionId: Id<'session'>;
  readonly generation: number;
  readonly text: string;
}

export interface RefreshTokens {
  parse(text: string): ParsedRefreshToken | undefined;
  /** The token of one generation of a session: its secret part is 256 bits of HMAC-SHA-256. */
  derive(sessionId: Id<'session'>, generation: number): string;
  /** The session's current token once more: derived again, so that none is ever stored. */
  currentOf(session: TokenFamily): string;
  judge(session: TokenFamily, token: ParsedRefreshToken): Presented;
}

const pattern = /^(session_[0-9a-z]{26})\.([1-9][0-9]{0,8})\.[A-Za-z0-9_-]{43}$/;

/** What is stored of a token. It is random enough that a plain hash cannot be turned round. */
export const hashOf = (token: string): string => createHash('sha256').update(token).digest('base64url');

/**
 * Refresh tokens, derived instead of drawn: the successor that was given to a request whose answer got lost can
 * be given again without having been kept anywhere, and a token that was current long ago is still known as ours.
 */
export function createRefreshTokens(keys: RefreshKeys): RefreshTokens {
  const [current] = keys.values();
  if (!current) throw new Error('no refresh token key');

  const deriveWith = (key: Uint8Array, sessionId: Id<'session'>, generation: number) => {
    const claim = `${sessionId}.${generation}`;
    return `${claim}.${createHmac('sha256', key).update(claim).digest('base64url')}`;
  };
  const allOf = (sessionId: Id<'session'>, generation: number) =>
    [...keys.values()].map((key) => deriveWith(key, sessionId, generation));

  return {
    parse(text) {
      const [, sessionId, generation] = pattern.exec(text) ?? [];
      return sessionId && generation && isId('session', sessionId)
        ? { sessionId, generation: Number(generation), text }
        : undefined;
    },

    derive: (sessionId, generation) => deriveWith(current, sessionId, generation),

    currentOf({ id, generation, refreshHash }) {
      const token = allOf(id, generation).find((candidate) => isSame(hashOf(candidate), refreshHash));
      if (!token) throw new Error('the key of a current refresh token is gone');
      return token;
    },

    judge(session, { generation, text }) {
      if (isSame(hashOf(text), session.refreshHash)) return 'CURRENT';
      const isOurs = allOf(session.id, generation).some((candidate) => isSame(candidate, text));
      return isOurs && generation < session.generation ? 'EARLIER' : 'FORGED';
    },
  };
}
