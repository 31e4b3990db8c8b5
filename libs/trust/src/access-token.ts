import { jwtVerify, SignJWT, type JWTVerifyGetKey } from 'jose';
import { z } from 'zod';
import { err, ok, type Result, systemClock } from '@bindery/kernel';
import type { Viewer } from './gateway-signature';
import { isCompact } from './compact';
import { idClaim } from './id-claim';
import { signatureAlgorithm, type SigningKey } from './keys';
import { isOfLifetime } from './lifetime';
import { isStaffRole } from './staff-role';

/** Ten minutes: how long an ended session can still be used where only the token is looked at. */
export const accessTokenLifetimeMs = 10 * 60_000;

const tokenType = 'at+jwt';
const issuer = 'bindery-identity';
const audience = 'bindery';

const claimsSchema = z.object({
  sub: idClaim('account'),
  iat: z.number(),
  exp: z.number(),
  sid: idClaim('session'),
  did: idClaim('device'),
  aal: z.enum(['AAL1', 'AAL2']),
  app: z.string().optional(),
  /** A role that this version does not know allows nothing. */
  staff: z
    .array(z.string())
    .transform((roles) => roles.filter(isStaffRole))
    .optional(),
  locale: z.string().optional(),
});

type AccessTokenClaims = z.infer<typeof claimsSchema>;

/**
 * The viewer, and what the token says of the client app and of the account's language. Whether somebody is one of our own people their roles say, never
 * the name of an app: whoever logs in may have chosen it.
 */
export type TokenViewer = Viewer & {
  readonly app?: string;
  readonly locale?: string;
};

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
    staff: viewer.staffRoles?.length ? viewer.staffRoles : undefined,
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

/** The viewer an access token names, when identity signed it, for no longer than its tokens live, and its time is not over. */
export async function verifyAccessToken(
  token: string,
  keys: JWTVerifyGetKey,
): Promise<Result<VerifiedAccessToken, AccessTokenRefused>> {
  if (!isCompact(token)) return err({ kind: 'TOKEN_INVALID' });
  try {
    const { payload } = await jwtVerify(token, keys, {
      issuer,
      audience,
      typ: tokenType,
      algorithms: [signatureAlgorithm],
      currentDate: systemClock.now(),
    });
    const claims = claimsSchema.parse(payload);
    return isLivedAsGiven(claims) ? ok(toVerifiedToken(claims)) : err({ kind: 'TOKEN_INVALID' });
  } catch (cause) {
    return err(toTokenRefused(cause));
  }
}

/** Whether the token was made by now, for ten minutes at most. */
export const isLivedAsGiven = (claims: Pick<AccessTokenClaims, 'iat' | 'exp'>): boolean =>
  isOfLifetime(claims, accessTokenLifetimeMs, systemClock.nowMs());

/** As our signer writes them, with nothing that would have to be looked at besides. */
const plainClaimsSchema = claimsSchema.extend({
  iss: z.literal(issuer),
  aud: z.literal(audience),
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

export function toVerifiedToken({
  sub,
  sid,
  did,
  aal,
  app,
  staff,
  locale,
  exp,
}: AccessTokenClaims): VerifiedAccessToken {
  return {
    accountId: sub,
    sessionId: sid,
    deviceId: did,
    assuranceLevel: aal,
    app,
    ...(staff?.length ? { staffRoles: staff } : {}),
    locale,
    expiresAt: new Date(exp * 1000),
  };
}

/** What jose throws when a key set cannot be fetched, is no key set, or comes too late; a failed fetch has no code. */
const keySetCodes = new Set(['ERR_JWKS_TIMEOUT', 'ERR_JWKS_INVALID', 'ERR_JOSE_GENERIC']);

/** Why, by what jose threw: while it checked the token, or read the keys. */
export function toTokenRefused(cause: unknown): AccessTokenRefused {
  const { code = '', name, message } = cause as { code?: string; name: string; message: string };
  if (code === 'ERR_JWT_EXPIRED') return { kind: 'TOKEN_EXPIRED' };
  return keySetCodes.has(code) || (name === 'TypeError' && message === 'fetch failed')
    ? { kind: 'KEYS_UNAVAILABLE' }
    : { kind: 'TOKEN_INVALID' };
}
