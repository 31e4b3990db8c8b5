import { z } from 'zod';
import {
  atMost,
  base64Key,
  inProduction,
  json,
  limit,
  readBy,
  readConfig,
  serviceConfig,
  strongSecret,
  type Config,
} from '@bindery/service';
import { toKeyRing, type KeyRing } from '@bindery/trust';
import { countriesByDefault, readCountries } from '@bindery/values';

const keyRing = z.unknown().transform((keys, context): KeyRing => {
  try {
    return toKeyRing(keys);
  } catch (error) {
    context.addIssue({ code: 'custom', message: (error as Error).message });
    return z.NEVER;
  }
});

export const identityConfigShape = {
  ...serviceConfig,
  ACCESS_TOKEN_PRIVATE_KEY: inProduction(
    z
      .string()
      .describe('Ed25519 private JWK that signs access tokens; its public half is served at /.well-known/jwks.json'),
    strongSecret,
  ),
  ACCESS_TOKEN_OTHER_PUBLIC_KEYS: json(z.object({ keys: z.array(z.record(z.string(), z.unknown())) }))
    .optional()
    .describe('JWKS served beside it while keys are being changed: the one before and the one to come'),
  PROOF_PUBLIC_KEYS: z
    .string()
    .describe('JWKS that verifies proofs; the public half of PROOF_PRIVATE_KEY of verification'),
  CONTACT_KEYS: inProduction(
    z
      .string()
      .describe(
        'JSON {"<kid>": "<base64 of 32 bytes>"} that seals and opens contacts, the current one first; the same in verification and notification',
      ),
    strongSecret,
  ),
  CONTACT_LOOKUP_KEY: inProduction(
    base64Key.describe(
      'base64 of 32 random bytes that accounts are found by phone with; this service only. With another one no account is found',
    ),
    strongSecret,
  ),
  PHONE_COUNTRIES: readBy(readCountries, 'is no list of ISO 3166-1 countries')
    .prefault(countriesByDefault)
    .describe(
      'ISO 3166-1 countries, separated by commas, whose mobile numbers can have an account; the same in identity, verification and notification',
    ),
  PASSWORD_PEPPER: inProduction(
    base64Key.describe(
      'base64 of 32 random bytes in every password hash; this service only. With another one no password is right',
    ),
    strongSecret,
  ),
  REFRESH_TOKEN_KEYS: inProduction(
    json(keyRing).describe(
      'JSON {"<kid>": "<base64 of 32 bytes>"} that refresh tokens are derived from, the current one first; this service only',
    ),
    strongSecret,
  ),
  GUESSES_PER_ADDRESS_PER_HOUR: limit({
    usual: 60,
    most: 600,
    says: 'wrong passwords an hour, at whichever accounts, from one network address by people whom the account does not know; five times as many a day',
  }),
  PASSWORD_HASHES_AT_ONCE: limit({
    usual: 2,
    most: 64,
    says: 'password hashes at one time, and one more, when those are taken, for people who are known or have proved their phone; each takes a core and 19 MiB for some 60 ms',
  }),
  PASSWORD_HASHES_WAITING: inProduction(
    z.coerce
      .number()
      .int()
      .min(0)
      .default(32)
      .describe('requests that may wait for a password hash; more are told to come again'),
    atMost(1_000),
  ),
};
export type IdentityConfig = Config<typeof identityConfigShape>;

export const readIdentityConfig = (): IdentityConfig => readConfig(identityConfigShape, process.env);
