import { z } from 'zod';
import {
  atMost,
  base64Key,
  inProduction,
  json,
  readConfig,
  strongSecret,
  serviceConfig,
  type Config,
} from '@bindery/service';

const keysById = z
  .record(z.string(), base64Key)
  .refine((keys) => Object.keys(keys).length > 0, 'has no key')
  .transform((keys) => new Map(Object.entries(keys)));

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
  PASSWORD_PEPPER: inProduction(
    base64Key.describe(
      'base64 of 32 random bytes in every password hash; this service only. With another one no password is right',
    ),
    strongSecret,
  ),
  REFRESH_TOKEN_KEYS: inProduction(
    json(keysById).describe(
      'JSON {"<kid>": "<base64 of 32 bytes>"} that refresh tokens are derived from, the current one first; this service only',
    ),
    strongSecret,
  ),
  PASSWORD_HASHES_AT_ONCE: inProduction(
    z.coerce
      .number()
      .int()
      .positive()
      .default(2)
      .describe('password hashes at one time; each takes a core and 19 MiB for some 60 ms'),
    atMost(64),
  ),
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
