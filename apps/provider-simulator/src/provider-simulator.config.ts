import { inProduction, json, overHttps, serverConfig, strongSecret, type Config } from '@bindery/service';
import { z } from 'zod';

const dayMs = 24 * 60 * 60 * 1000;
const secret = z.string().regex(/^whsec_[A-Za-z0-9+/]{32,}={0,2}$/);
const secretOfEach = z.record(z.string(), secret);

/** Environment variables of the provider simulator. */
export const providerSimulatorConfigShape = {
  ...serverConfig,
  SMTP_PORT: z.coerce.number().int().min(0).max(65535).describe('port of the mail catcher (SMTP); 0 picks a free one'),
  BINDING_URL: inProduction(
    z.url({ protocol: /^https?$/ }).describe('where the binding service takes webhooks and reader checks'),
    overHttps,
  ),
  PROVIDERS_PATH: z.string().describe('the catalogue of providers: apps/binding/src/catalogue/providers.json'),
  PROVIDER_SECRETS: inProduction(
    json(secretOfEach).describe(
      'signing secret of each provider of the catalogue: {"seaside-bank":"whsec_…", …}, 24 bytes or more in base64',
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
