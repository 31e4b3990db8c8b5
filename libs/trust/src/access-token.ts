import { jwtVerify, SignJWT, type JWTVerifyGetKey } from 'jose';
import { z } from 'zod';
import { err, ok, type Result } from '@bindery/kernel';
import type { Viewer } from './gateway-signature';
import { idClaim } from './id-claim';
import { signatureAlgorithm, type SigningKey } from './keys';

/** Ten minutes: how long an ended session can still be used where only the token is looked at. */
export const accessTokenLifetimeMs = 10 * 60_000;

const tokenType = 'at+jwt';
const issuer = 'bindery-identity';
const audience = 'bindery';

const claimsSchema = z.object({
  sub: idClaim('account'),
  exp: z.number(),
  sid: idClaim('session'),
  did: idClaim('device'),
  aal: z.enum(['AAL1', 'AAL2']),
  app: z.string().optional(),
  locale: z.string().optional(),
});

type AccessTokenClaims = z.infer<typeof claimsSchema>;

/** The viewer, and what the token says of the client app and of the account's language. */
export type TokenViewer = Viewer & { readonly app?: string; readonly locale?: string };

/** What a good token says, and until when it is good. */
export type VerifiedAccessToken = TokenViewer & { readonly expiresAt: Date };

/** KEYS_UNAVAILABLE says nothing of the token: its signer's keys could not be read just now. */
export type AccessTokenRefused = { readonly kind: 'TOKEN_EXPIRED' | 'TOKEN_INVALID' | 'KEYS_UNAVAILABLE' };

/** Signs an access token (RFC 9068) for one session. */
export async function signAccessToken(
  viewer: TokenViewer,
  now: Date,
  key: SigningKey,
): Promise<{ token: string; expiresAt: Date }> {
  const expiresAt = new Date(now.getTime() + accessTokenLifetimeMs);
  const token = await new SignJWT({
    sid: viewer.sessionId,
    did: viewer.deviceId,
    aal: viewer.assuranceLevel,
    app: viewer.app,
    locale: viewer.locale,
  })
    .setProtectedHeader({ alg: signatureAlgorithm, kid: key.kid, typ: tokenType })
    .setIssuer(issuer)
    .setAudience(audience)
    .setSubject(viewer.accountId)
    .setIssuedAt(now)
    .setExpirationTime(expiresAt)
    .sign(key.key);
  return { token, expiresAt };
}

/** The viewer an access token names, when identity signed it and its time is not over. */
export async function verifyAccessToken(
  token: string,
  keys: JWTVerifyGetKey,
): Promise<Result<VerifiedAccessToken, AccessTokenRefused>> {
  try {
    const { payload } = await jwtVerify(token, keys, {
      issuer,
      audience,
      typ: tokenType,
      algorithms: [signatureAlgorithm],
    });
    return ok(toVerifiedToken(claimsSchema.parse(payload)));
  } catch (cause) {
    return err({ kind: kindOf(cause) });
  }
}

/** As our signer writes them, with nothing that would have to be looked at besides. */
const plainClaimsSchema = claimsSchema.extend({
  iss: z.literal(issuer),
  aud: z.literal(audience),
  iat: z.number(),
  nbf: z.undefined().optional(),
});

/** The claims in the payload of a token whose signature is good; undefined when they are not plainly those of an access token. */
export function readAccessTokenClaims(payload: string): AccessTokenClaims | undefined {
  try {
    return plainClaimsSchema.safeParse(JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'))).data;
  } catch {
    return undefined;
  }
}

export function toVerifiedToken({ sub, sid, did, aal, app, locale, exp }: AccessTokenClaims): VerifiedAccessToken {
  return {
    accountId: sub,
    sessionId: sid,
    deviceId: did,
    assuranceLevel: aal,
    app,
    locale,
    expiresAt: new Date(exp * 1000),
  };
}

/** What jose throws when a key set cannot be fetched, is no key set, or comes too late; a failed fetch has no code. */
const keySetCodes = new Set(['ERR_JWKS_TIMEOUT', 'ERR_JWKS_INVALID', 'ERR_JOSE_GENERIC']);

function kindOf(cause: unknown): AccessTokenRefused['kind'] {
  const { code = '', name, message } = cause as { code?: string; name: string; message: string };
  if (code === 'ERR_JWT_EXPIRED') return 'TOKEN_EXPIRED';
  return keySetCodes.has(code) || (name === 'TypeError' && message === 'fetch failed')
    ? 'KEYS_UNAVAILABLE'
    : 'TOKEN_INVALID';
}
