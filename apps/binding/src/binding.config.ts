import { z } from 'zod';
import { json, readConfig, serviceConfig, type Config } from '@bindery/service';

const endpoint = z.object({ baseUrl: z.url(), secret: z.string().startsWith('whsec_') });

export const bindingConfigShape = {
  ...serviceConfig,
  PROOF_PUBLIC_KEYS: z
    .string()
    .describe('JWKS that verifies proofs; the public half of PROOF_PRIVATE_KEY of verification'),
  CARD_FINGERPRINT_KEYS: json(z.record(z.string(), z.string())).describe(
    'JSON {"<kid>": "<base64 of 32 bytes>"} that card fingerprints are made with, the current one first; this service only',
  ),
  PROVIDERS: json(z.record(z.string(), endpoint)).describe(
    'JSON {"<provider>": {"baseUrl", "secret"}} for each provider of providers.json; the secret (whsec_…) signs both ways',
  ),
  CARDS_PER_ADDRESS_PER_HOUR: z.coerce
    .number()
    .int()
    .positive()
    .default(100)
    .describe('cards an hour that can be tried from one network address; a quarter of them may be declined'),
  PUBLIC_URL: z.url().describe('where providers reach this service, e.g. http://127.0.0.1:4002'),
};
export type BindingConfig = Config<typeof bindingConfigShape>;

export const readBindingConfig = (): BindingConfig => readConfig(bindingConfigShape, process.env);
