import { z } from 'zod';
import {
  inProduction,
  json,
  limit,
  overHttps,
  readConfig,
  strongSecret,
  strongSecretsOf,
  serviceConfig,
  type Config,
} from '@bindery/service';
import { toKeyRing, type KeyRing } from '@bindery/trust';

/** Read by the style of the provider, which knows its fields. */
const access = z.record(z.string(), z.unknown());

const keyRing = z.unknown().transform((keys, context): KeyRing => {
  try {
    return toKeyRing(keys);
  } catch (error) {
    context.addIssue({ code: 'custom', message: (error as Error).message });
    return z.NEVER;
  }
});

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
    json(z.record(z.string(), access)).describe(
      'JSON {"<provider>": {…}} for each provider of the catalogue: its address and keys, as its style wants them (src/providers/styles); GENERIC: {"baseUrl", "secret"}, the secret (whsec_…) signs both ways',
    ),
    overHttps,
    strongSecretsOf,
  ),
  READER_KEYS: inProduction(
    json(z.record(z.string(), keyRing)).describe(
      'JSON {"<provider>": {"<kid>": "<base64 of 32 bytes>"}} that readers of each provider sign their questions with, all of them good; other keys than those of PROVIDERS',
    ),
    strongSecret,
  ),
  READER_ANSWER_PRIVATE_KEY: inProduction(
    z
      .string()
      .describe(
        'Ed25519 private JWK that signs answers which readers keep; its public half is served at /.well-known/jwks.json; this service only',
      ),
    strongSecret,
  ),
  READER_ANSWER_OTHER_PUBLIC_KEYS: json(z.object({ keys: z.array(z.record(z.string(), z.unknown())) }))
    .optional()
    .describe('JWKS served beside it while keys are being changed: the one before and the one to come'),
  EXPORT_LINK_KEYS: inProduction(
    json(keyRing).describe(
      'JSON {"<kid>": "<base64 of 32 bytes>"} that links to exported files are signed with, the current one first; this service only',
    ),
    strongSecret,
  ),
  PUBLIC_URL: inProduction(
    z.url().describe('where providers reach this service, e.g. http://127.0.0.1:4002'),
    overHttps,
  ),
  COMPARE_EVERY_MINUTES: limit({
    usual: 360,
    most: 24 * 60,
    says: 'minutes from one comparison of a card with its provider to the next; what can be listed is compared every hour besides',
  }),
  CARDS_PER_ADDRESS_PER_HOUR: limit({
    usual: 100,
    most: 1_000,
    says: 'cards an hour that can be tried from one network address; a quarter of them may be declined',
  }),
};
export type BindingConfig = Config<typeof bindingConfigShape>;

export const readBindingConfig = (): BindingConfig => readConfig(bindingConfigShape, process.env);
