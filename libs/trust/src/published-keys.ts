import { createPublicKey, type JsonWebKey, type KeyObject } from 'node:crypto';
import { createRemoteJWKSet, jwksCache, type ExportedJWKSCache, type JWK, type JWTVerifyGetKey } from 'jose';
import { signatureCurve } from './keys';

/** Keys of a signer by id. */
export type KeysById = ReadonlyMap<string, KeyObject>;

/** The keys that a signer publishes, as they are now. */
export interface PublishedKeys {
  /** For jose: reads them anew for an id that is not known. Rejects when they cannot be read. */
  readonly find: JWTVerifyGetKey;
  /**
   * All of them, no older than `keysAgeMaxMs`, read anew where they would be. Another map whenever they are not the same, and the same one as long as they
   * are: what was found out by it is good for as long as this answers it. Rejects when they cannot be read.
   */
  current(): KeysById | Promise<KeysById>;
}

export interface PublishedKeysOptions {
  /** Where the signer publishes them (RFC 7517). */
  readonly url: string;
  /** Between two readings for ids that are not known: forged ones must not make anybody hammer the signer. */
  readonly cooldownMs: number;
  /** For one reading. */
  readonly timeoutMs: number;
}

/** So long after it was withdrawn a key is good for nothing, whoever signs by it and whatever was remembered of it. */
export const keysAgeMaxMs = 60_000;

/** From then on they are read again while those of before still serve: nobody waits, and a signer that restarts is not missed. */
const keysReadAgainMs = keysAgeMaxMs / 2;

/** Between two readings where the last one failed. */
const tryAgainMs = 1_000;

/** The keys of a signer over HTTP, read by jose; never those of more than a minute ago, also when they cannot be read any more. */
export function createPublishedKeys({ url, cooldownMs, timeoutMs }: PublishedKeysOptions): PublishedKeys {
  const read: Partial<ExportedJWKSCache> = {};
  // An answer may be as old as its reading took.
  const ageMaxMs = keysAgeMaxMs - timeoutMs;
  const remote = createRemoteJWKSet(new URL(url), {
    cooldownDuration: cooldownMs,
    cacheMaxAge: ageMaxMs,
    timeoutDuration: timeoutMs,
    [jwksCache]: read as Record<string, never>,
  });
  let taken: { readonly of: unknown; readonly keys: KeysById } = { of: undefined, keys: new Map() };
  let failed: { readonly at: number; readonly reason: unknown } | undefined;

  function take(): KeysById {
    if (taken.of !== read.jwks)
      taken = { of: read.jwks, keys: sameOrNew(taken.keys, toKeysById(read.jwks?.keys ?? [])) };
    return taken.keys;
  }

  async function reload(): Promise<void> {
    if (failed && Date.now() < failed.at + tryAgainMs) throw failed.reason;
    try {
      await remote.reload();
      failed = undefined;
    } catch (reason) {
      failed = { at: Date.now(), reason };
      throw reason;
    }
  }

  return {
    find: remote,
    current() {
      const age = Date.now() - (read.uat ?? -Infinity);
      if (age >= ageMaxMs) return reload().then(take);
      if (age >= keysReadAgainMs && !remote.reloading) reload().catch(() => undefined);
      return take();
    },
  };
}

/** The Ed25519 keys of a set by id. Two of one id are none: it is not said which of them is meant. */
export function toKeysById(published: readonly JWK[]): KeysById {
  const ours = published.filter(({ kty, crv, x, kid }) => kty === 'OKP' && crv === signatureCurve && x && kid);
  const keys = new Map<string, KeyObject>();
  for (const { kty, crv, x, kid = '' } of ours)
    if (ours.filter((other) => other.kid === kid).length === 1)
      keys.set(kid, createPublicKey({ key: { kty, crv, x } as JsonWebKey, format: 'jwk' }));
  return keys;
}

const sameOrNew = (before: KeysById, now: KeysById): KeysById =>
  before.size === now.size && [...now].every(([kid, key]) => before.get(kid)?.equals(key)) ? before : now;
