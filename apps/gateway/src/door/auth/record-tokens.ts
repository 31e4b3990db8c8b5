import { knowCaller, type SecurityLog } from '@bindery/service';
import type { Id } from '@bindery/kernel';
import type { VerifyToken } from './token-verifier';

type Security = Pick<SecurityLog, 'record'>;

/** Tells the security log of tokens that are refused, and of whose request it is where they are good. A signer that cannot be read says nothing of a token. */
export const recordTokens =
  (verify: VerifyToken, security: Security): VerifyToken =>
  async (token) => {
    const verified = await verify(token);
    if (verified.ok) knowCaller({ accountId: verified.value.accountId });
    else if (verified.error.kind !== 'KEYS_UNAVAILABLE')
      security.record('access-token-refused', { errorCode: verified.error.kind });
    return verified;
  };

/** The same of good tokens whose session is over. */
export const recordEnded =
  (hasEnded: (sessionId: Id<'session'>) => boolean, security: Security): typeof hasEnded =>
  (sessionId) => {
    const ended = hasEnded(sessionId);
    if (ended) security.record('access-token-refused', { errorCode: 'SESSION_ENDED', labels: { session: sessionId } });
    return ended;
  };
