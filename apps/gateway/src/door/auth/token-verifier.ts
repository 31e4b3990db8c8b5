import { hash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { err, type Result, systemClock } from '@bindery/kernel';
import { keysTimeoutMs } from '@bindery/service';
import {
  createAccessTokenVerifier,
  createPublishedKeys,
  toTokenRefused,
  type AccessTokenRefused,
  type KeysById,
  type VerifiedAccessToken,
} from '@bindery/trust';

export interface TokenVerifierOptions {
  /** Where the signer publishes its keys. */
  readonly jwksUrl: string;
  /** Between two fetches for a key id that is not known: forged ones must not make the gateway hammer the signer. */
  readonly cooldownMs?: number;
  /** Tokens remembered at most, about 500 bytes each. */
  readonly rememberedMax?: number;
}

export type VerifyToken = (token: string) => Promise<Result<VerifiedAccessToken, AccessTokenRefused>>;

/** A new key is believed this long after it appears at the latest; so far ahead of its first use it has to be published. */
const cooldownMsDefault = 5_000;

/** Longer than any token of ours; what is longer is not looked at. */
const tokenCharactersMax = 4_096;

/**
 * Verifies access tokens by the keys their signer publishes, and remembers good ones by their digest until they expire or the keys are others: a
 * signature costs a tenth of a millisecond, a look-up a hundredth of that.
 */
export function createTokenVerifier({
  jwksUrl,
  cooldownMs = cooldownMsDefault,
  rememberedMax = 20_000,
}: TokenVerifierOptions): VerifyToken {
  const keys = createPublishedKeys({ url: jwksUrl, cooldownMs, timeoutMs: keysTimeoutMs });
  const verify = createAccessTokenVerifier(keys);
  const remembered = new LRUCache<string, Result<VerifiedAccessToken, never>>({ max: rememberedMax });
  let rememberedBy: KeysById | undefined;

  /** The keys as they are now; with others nothing is remembered of what those before found good. */
  async function currentKeys(): Promise<KeysById> {
    const current = keys.current();
    const now = current instanceof Promise ? await current : current;
    if (now !== rememberedBy) remembered.clear();
    return (rememberedBy = now);
  }

  return async (token) => {
    if (token.length > tokenCharactersMax) return err({ kind: 'TOKEN_INVALID' });
    try {
      const current = await currentKeys();
      const digest = hash('sha256', token, 'base64');
      const before = remembered.get(digest);
      if (before?.ok && before.value.expiresAt.getTime() > systemClock.nowMs()) return before;
      const verified = await verify(token, current);
      if (verified.ok && rememberedBy === current) remembered.set(digest, verified);
      return verified;
    } catch (cause) {
      return err(toTokenRefused(cause));
    }
  };
}
