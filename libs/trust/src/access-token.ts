import { jwtVerify, SignJWT, type JWTVerifyGetKey } from 'jose';
import { z } from 'zod';
import { err, ok, type Result } from '@bindery/kernel';
import type { Viewer } from './gateway-signature';
import { signatureAlgorithm, type SigningKey } from './keys';

/** Ten minutes: how long an ended session can still be used where only the token is looked at. */
export const accessTokenLifetimeMs = 10 * 60_000;

const tokenType = 'at+jwt';

const claimsSchema = z.object({
  sub: z.string(),
  sid: z.string(),
  did: z.string(),
  aal: z.enum(['AAL1', 'AAL2']),
  app: z.string().optional(),
  locale: z.string().optional(),
});

/** The viewer, and what the token says of the client app and of the account's language. */
export type AccessTokenHolder = Viewer & { readonly app?: string; readonly locale?: string };

export type AccessTokenRefused = { readonly kind: 'TOKEN_EXPIRED' | 'TOKEN_INVALID' };

/** Signs an access token (RFC 9068) for one session. */
export async function signAccessToken(holder: AccessTokenHolder, now: Date, key: SigningKey): Promise<{ token: string; expiresAt: Date }> {
  const expiresAt = new Date(now.getTime() + accessTokenLifetimeMs);
  const token = await new SignJWT({ sid: holder.sessionId, did: holder.deviceId, aal: holder.assuranceLevel, app: holder.app, locale: holder.locale })
    .setProtectedHeader({ alg: signatureAlgorithm, kid: key.kid, typ: tokenType })
    .setIssuer('bindery-identity')
    .setAudience('bindery')
    .setSubject(holder.accountId)
    .setIssuedAt(now)
    .setExpirationTime(expiresAt)
    .sign(key.key);
  return { token, expiresAt };
}

/** The viewer an access token names, when identity signed it and its time is not over. */
export async function verifyAccessToken(token: string, keys: JWTVerifyGetKey): Promise<Result<AccessTokenHolder, AccessTokenRefused>> {
  try {
    const { payload } = await jwtVerify(token, keys, {
      issuer: 'bindery-identity',
      audience: 'bindery',
      typ: tokenType,
      algorithms: [signatureAlgorithm],
    });
    const { sub, sid, did, aal, app, locale } = claimsSchema.parse(payload);
    return ok({ accountId: sub, sessionId: sid, deviceId: did, assuranceLevel: aal, app, locale });
  } catch (cause) {
    return err({ kind: (cause as { code?: string }).code === 'ERR_JWT_EXPIRED' ? 'TOKEN_EXPIRED' : 'TOKEN_INVALID' });
  }
}
