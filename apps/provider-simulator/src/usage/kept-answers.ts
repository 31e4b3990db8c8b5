import { createRemoteJWKSet, customFetch, jwtVerify } from 'jose';
import { z } from 'zod';
import type { Clock } from '@bindery/kernel';

/** What a door's reader asked about. */
export interface DoorQuestion {
  readonly provider: string;
  readonly credentialReference: string;
  readonly door: string;
}

export interface KeptAnswers {
  /** Whether the platform signed this verdict for this very question; it is kept for as long as it lives, in place of the one before. */
  keep(question: DoorQuestion, token: string, verdict: { good: boolean; reason: string }): Promise<boolean>;
  /** Whether the last answer said good and lives still. */
  isGood(question: DoorQuestion): Promise<boolean>;
}

const claims = z.object({ sub: z.string(), door: z.string(), good: z.boolean(), reason: z.string() });

/** More cards than pass a reader within the life of an answer. */
const keptMax = 1_000;

/**
 * The signed answers that a door's reader keeps, so that it opens while the line is down. By the standard (RFC 7515, RFC 7519) and
 * nothing of the platform's own code: as the maker of a reader would read them.
 */
export function createKeptAnswers(bindingUrl: string, clock: Clock): KeptAnswers {
  const keys = createRemoteJWKSet(new URL('/.well-known/jwks.json', bindingUrl), {
    timeoutDuration: 2_000,
    cooldownDuration: 1_000,
    [customFetch]: fetch,
  });
  const kept = new Map<string, string>();
  const nameOf = ({ provider, credentialReference, door }: DoorQuestion) =>
    JSON.stringify([provider, credentialReference, door]);

  async function read({ provider, credentialReference, door }: DoorQuestion, token: string) {
    const { payload } = await jwtVerify(token, keys, {
      issuer: 'bindery-binding',
      audience: provider,
      typ: 'reader-answer+jwt',
      algorithms: ['EdDSA'],
      requiredClaims: ['iat', 'exp'],
      currentDate: clock.now(),
    });
    const answer = claims.parse(payload);
    return answer.sub === credentialReference && answer.door === door ? answer : undefined;
  }

  return {
    async keep(question, token, verdict) {
      const answer = await read(question, token);
      if (answer?.good !== verdict.good || answer.reason !== verdict.reason) return false;
      const name = nameOf(question);
      kept.delete(name);
      kept.set(name, token);
      for (const oldest of kept.keys()) if (kept.size > keptMax) kept.delete(oldest);
      return true;
    },
    async isGood(question) {
      const token = kept.get(nameOf(question));
      if (!token) return false;
      try {
        return (await read(question, token))?.good ?? false;
      } catch {
        kept.delete(nameOf(question));
        return false;
      }
    },
  };
}
