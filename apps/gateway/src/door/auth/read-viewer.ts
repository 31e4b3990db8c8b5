import { err, ok, type Result, systemClock } from '@bindery/kernel';
import type { AccessTokenRefused, VerifiedAccessToken } from '@bindery/trust';
import type { Refusal } from '../../refusals/refusal';
import type { VerifyToken } from './token-verifier';

/** The keys are read again this soon. */
const keysRetryMs = 5_000;

/** Nobody is signed in by that token: it is none, or its session is over. */
export const ended = (): Refusal => ({ code: 'UNAUTHENTICATED', status: 401, remedies: [{ code: 'LogIn' }] });

const refusals: Record<AccessTokenRefused['kind'], () => Refusal> = {
  // The session may well go on: a new token is had by the refresh token, without the person.
  TOKEN_EXPIRED: () => ({
    code: 'ACCESS_TOKEN_EXPIRED',
    status: 401,
    remedies: [{ code: 'RefreshSession' }, { code: 'LogIn' }],
  }),
  TOKEN_INVALID: () => ended(),
  // Nobody is sent to the login because the keys cannot be read: the token may well be good.
  KEYS_UNAVAILABLE: () => {
    const until = new Date(systemClock.nowMs() + keysRetryMs);
    return { code: 'SUBGRAPH_UNAVAILABLE', status: 503, until, remedies: [{ code: 'TryAgain', at: until }] };
  },
};

/** Who asks, by the `Authorization` header; undefined without one. A header that is no good refuses the request. */
export async function readViewer(
  authorization: string | undefined,
  verify: VerifyToken,
): Promise<Result<VerifiedAccessToken | undefined, Refusal>> {
  if (authorization === undefined) return ok(undefined);
  const [, token] = /^Bearer (\S+)$/i.exec(authorization) ?? [];
  if (!token) return err(refusals.TOKEN_INVALID());
  const verified = await verify(token);
  return verified.ok ? verified : err(refusals[verified.error.kind]());
}
