import { err, type Id } from '@bindery/kernel';
import type { VerifyToken } from './token-verifier';

/** Refuses tokens of sessions that have ended: a signature stays good for minutes after. */
export const refuseEnded =
  (verify: VerifyToken, hasEnded: (sessionId: Id<'session'>) => boolean): VerifyToken =>
  async (token) => {
    const verified = await verify(token);
    return verified.ok && hasEnded(verified.value.sessionId) ? err({ kind: 'TOKEN_INVALID' }) : verified;
  };
