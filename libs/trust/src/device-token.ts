import { hkdfSync } from 'node:crypto';
import { jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';
import type { Id } from '@bindery/kernel';
import { idClaim } from './id-claim';
import type { ContactKeys } from './sealed-contact';

/** 400 days, the longest that a browser keeps a cookie (RFC 6265bis, 5.5). Whoever goes on using a device gets a new one long before. */
export const deviceTokenLifetimeMs = 400 * 24 * 60 * 60_000;

const [tokenType, issuer, algorithm] = ['device+jwt', 'bindery-identity', 'HS256'];

/** Longer texts are none of ours. */
const lengthMax = 1_024;

const claimsSchema = z.object({ sub: idClaim('account'), device: z.string().min(1), iat: z.number() });

/**
 * Whose device it is: somebody was recognised as the holder of this account on it. It signs nobody in; it only says whose tries these are, so that
 * strangers do not spend them ("device cookie", OWASP: slow down online guessing attacks with device cookies).
 */
export interface DeviceToken {
  readonly accountId: Id<'account'>;
  /** Id of the device; of a phone that was just proved on a device that has not logged in yet, its installation. */
  readonly device: string;
  readonly issuedAt: Date;
}

/** Whether a token was issued at or after a moment; it says its own to the second. */
export const isIssuedSince = ({ issuedAt }: DeviceToken, since: Date): boolean =>
  issuedAt.getTime() + 999 >= since.getTime();

export interface DeviceTokens {
  issue(holder: Pick<DeviceToken, 'accountId' | 'device'>, now: Date): Promise<string>;
  /** Undefined for what we did not issue or is too old; also when its key is gone. */
  read(token: string | null | undefined, now: Date): Promise<DeviceToken | undefined>;
}

/** Device tokens, by keys that identity and verification share already; each key has a second, derived one for this use (HKDF, RFC 5869). */
export function createDeviceTokens(contactKeys: ContactKeys): DeviceTokens {
  const keys = new Map(
    [...contactKeys].map(([kid, key]) => [kid, Buffer.from(hkdfSync('sha256', key, '', 'bindery device token', 32))]),
  );
  const [current] = keys;
  if (!current) throw new Error('no key for device tokens');
  const [currentKid, currentKey] = current;
  return {
    issue: ({ accountId, device }, now) =>
      new SignJWT({ device })
        .setProtectedHeader({ alg: algorithm, kid: currentKid, typ: tokenType })
        .setIssuer(issuer)
        .setSubject(accountId)
        .setIssuedAt(now)
        .sign(currentKey),

    async read(token, now) {
      if (!token || token.length > lengthMax) return undefined;
      try {
        const { payload } = await jwtVerify(token, ({ kid = '' }) => keys.get(kid) ?? noKey(), {
          issuer,
          typ: tokenType,
          algorithms: [algorithm],
          maxTokenAge: deviceTokenLifetimeMs / 1000,
          currentDate: now,
          // Whoever issued it may be a little ahead.
          clockTolerance: 60,
        });
        const { sub, device, iat } = claimsSchema.parse(payload);
        return { accountId: sub, device, issuedAt: new Date(iat * 1000) };
      } catch {
        return undefined;
      }
    },
  };
}

function noKey(): never {
  throw new Error('the key of this device token is gone');
}
