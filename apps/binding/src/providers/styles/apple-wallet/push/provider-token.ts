import { createPrivateKey } from 'node:crypto';
import { SignJWT } from 'jose';
import type { Clock } from '@bindery/kernel';

interface ProviderTokenDeps {
  readonly clock: Clock;
  readonly pushKey: string;
  readonly pushKeyId: string;
  readonly teamIdentifier: string;
}

/** APNs wants a token to be younger than an hour, and no new one within 20 minutes. */
const renewAfterMs = 40 * 60_000;

/** The token that a sender shows APNs: ES256, `kid`, `iss`, `iat` ("Establishing a token-based connection to APNs"). */
export function createProviderToken({
  clock,
  pushKey,
  pushKeyId,
  teamIdentifier,
}: ProviderTokenDeps): () => Promise<string> {
  const key = createPrivateKey(pushKey);
  let made: { readonly at: number; readonly token: Promise<string> } | undefined;
  return () => {
    const now = clock.now().getTime();
    if (made && Math.abs(now - made.at) < renewAfterMs) return made.token;
    const token = new SignJWT()
      .setProtectedHeader({ alg: 'ES256', kid: pushKeyId })
      .setIssuer(teamIdentifier)
      .setIssuedAt(Math.floor(now / 1000))
      .sign(key);
    made = { at: now, token };
    return token;
  };
}
