import { err } from '@bindery/kernel';
import type { EndedSessionsFeed } from './session-check';
import type { VerifyToken } from './token-verifier';

/** Refuses tokens of sessions that have ended: a signature stays good for minutes after. */
export const refuseEnded =
  (verify: VerifyToken, feed: EndedSessionsFeed | undefined): VerifyToken =>
  async (token) => {
    const verified = await verify(token);
    return verified.ok && feed?.hasEnded(verified.value.sessionId) ? err({ kind: 'TOKEN_INVALID' }) : verified;
  };
