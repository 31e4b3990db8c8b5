import {
  inProduction,
  json,
  overHttps,
  serverConfig,
  strongSecret,
  strongSecretsOf,
  type Config,
} from '@bindery/service';
import { z } from 'zod';

const dayMs = 24 * 60 * 60 * 1000;
/** Read by the style of the provider, which knows its fields. */
const keysOfEach = z.record(z.string(), z.record(z.string(), z.unknown()));

/** Environment variables of the provider simulator. */
export const providerSimulatorConfigShape = {
  ...serverConfig,
  SMTP_PORT: z.coerce.number().int().min(0).max(65535).describe('port of the mail catcher (SMTP); 0 picks a free one'),
  BINDING_URL: inProduction(
    z.url({ protocol: /^https?$/ }).describe('where the binding service takes webhooks and reader checks'),
    overHttps,
  ),
  PROVIDERS_PATH: z.string().describe('the catalogue of providers, a folder: apps/binding/src/catalogue/providers'),
  PROVIDER_KEYS: inProduction(
    json(keysOfEach).describe(
      'keys of each provider of the catalogue, as its style has them (src/styles): {"seaside-bank":{"secret":"whsec_…"}, …}; GENERIC: 24 bytes or more in base64',
    ),
    strongSecretsOf,
  ),
  READER_KEYS: inProduction(
    json(z.record(z.string(), z.record(z.string(), z.base64()))).describe(
      'what the readers of each provider sign their questions with: {"seaside-bank":{"r1":"<base64 of 32 bytes>"}, …}, the first of each; the same in binding',
    ),
    strongSecret,
  ),
  SMS_CARRIER_KEY: inProduction(
    z.string().min(16).describe('bearer key that senders of text messages must show'),
    strongSecret,
  ),
  PEOPLE_HOSTS: z
    .string()
    .default('')
    .transform((text) => text.split(',').map((name) => name.trim()))
    .transform((names) => names.filter((name) => name !== ''))
    .describe('names under which people and tests come, by commas, beside localhost, 127.0.0.1 and [::1]'),
  DATA_DIR: z
    .string()
    .optional()
    .describe('folder in which the world outside remembers; none: it forgets when it stops'),
  SETTLE_DELAY_MS: z.coerce
    .number()
    .int()
    .min(0)
    .max(dayMs)
    .default(300)
    .describe('milliseconds from an operation to its outcome'),
  SMS_DELIVERY_DELAY_MS: z.coerce
    .number()
    .int()
    .min(0)
    .max(dayMs)
    .default(500)
    .describe('milliseconds from a text message to its delivery'),
};

export type ProviderSimulatorConfig = Config<typeof providerSimulatorConfigShape>;
