import { knowCaller, type SecurityLog } from '@bindery/service';
import type { CheckSession } from './session-check';
import type { VerifyToken } from './token-verifier';

/**
 * Tells the security log of tokens that are refused, and of whose request it is where they are good. `further` refuses some that `verify` finds
 * good: their sessions have ended. A signer whose keys cannot be read says nothing of a token.
 */
export const recordTokens =
  (
    verify: VerifyToken,
    further: (verify: VerifyToken) => VerifyToken,
    security: Pick<SecurityLog, 'record'>,
  ): VerifyToken =>
  async (token) => {
    const verified = await verify(token);
    if (verified.ok) knowCaller({ accountId: verified.value.accountId });
    const judged = await further(async () => verified)(token);
    if (!judged.ok && judged.error.kind !== 'KEYS_UNAVAILABLE')
      security.record('access-token-refused', { errorCode: verified.ok ? 'SESSION_ENDED' : judged.error.kind });
    return judged;
  };

/** The same of good tokens whose session is over as identity says, or not known to go on. */
export const recordEnded =
  (check: CheckSession, security: Pick<SecurityLog, 'record'>): CheckSession =>
  async (context, kind) => {
    const refused = await check(context, kind);
    const session = context.claims.viewer?.sessionId;
    if (refused) security.record('access-token-refused', { errorCode: refused.code, labels: { session } });
    return refused;
  };
