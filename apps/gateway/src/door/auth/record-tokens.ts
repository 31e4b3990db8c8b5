import { knowCaller, type SecurityLog } from '@bindery/service';
import type { CheckSession } from './session-check';
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

/** The same of good tokens whose session is over, or not known to go on. */
export const recordEnded =
  (check: CheckSession, security: Security): CheckSession =>
  async (context, kind) => {
    const refused = await check(context, kind);
    const session = context.claims.viewer?.sessionId;
    if (refused) security.record('access-token-refused', { errorCode: refused.code, labels: { session } });
    return refused;
  };
