import { z } from 'zod';
import {
  inProduction,
  json,
  limit,
  overHttps,
  readConfig,
  strongSecret,
  serviceConfig,
  type Config,
} from '@bindery/service';

const endpoint = z.object({ baseUrl: z.url(), secret: z.string().startsWith('whsec_') });

export const bindingConfigShape = {
  ...serviceConfig,
  PROOF_PUBLIC_KEYS: z
    .string()
    .describe('JWKS that verifies proofs; the public half of PROOF_PRIVATE_KEY of verification'),
  CARD_FINGERPRINT_KEYS: inProduction(
    json(z.record(z.string(), z.string())).describe(
      'JSON {"<kid>": "<base64 of 32 bytes>"} that card fingerprints are made with, the current one first; this service only',
    ),
    strongSecret,
  ),
  PROVIDERS: inProduction(
    json(z.record(z.string(), endpoint)).describe(
      'JSON {"<provider>": {"baseUrl", "secret"}} for each provider of providers.json; the secret (whsec_…) signs both ways',
    ),
    overHttps,
    strongSecret,
  ),
  PUBLIC_URL: inProduction(
    z.url().describe('where providers reach this service, e.g. http://127.0.0.1:4002'),
    overHttps,
  ),
  CARDS_PER_ADDRESS_PER_HOUR: limit({
    usual: 100,
    most: 1_000,
    says: 'cards an hour that can be tried from one network address; a quarter of them may be declined',
  }),
};
export type BindingConfig = Config<typeof bindingConfigShape>;

export const readBindingConfig = (): BindingConfig => readConfig(bindingConfigShape, process.env);
