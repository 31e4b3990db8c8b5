import { z } from 'zod';
import {
  atMost,
  base64Key,
  inProduction,
  overHttps,
  readConfig,
  strongSecret,
  serviceConfig,
  type Config,
} from '@bindery/service';

export const verificationConfigShape = {
  ...serviceConfig,
  PROOF_PRIVATE_KEY: inProduction(
    z
      .string()
      .describe('Ed25519 private JWK that signs proofs; its public half is PROOF_PUBLIC_KEYS of binding and identity'),
    strongSecret,
  ),
  CONTACT_KEYS: inProduction(
    z
      .string()
      .describe(
        'JSON {"<kid>": "<base64 of 32 bytes>"} that opens sealed contacts, the current one first; the same in identity and notification',
      ),
    strongSecret,
  ),
  CODE_KEY: inProduction(
    base64Key.describe(
      'base64 of 32 random bytes that codes and the digests of budgets are made with; this service only. A new one ends the open codes and forgets the used budgets',
    ),
    strongSecret,
  ),
  SMS_CARRIER_URL: inProduction(
    z.url().describe('where the SMS carrier answers, e.g. http://127.0.0.1:4010'),
    overHttps,
  ),
  SMS_CARRIER_KEY: inProduction(z.string().describe('bearer key for the SMS carrier'), strongSecret),
  CODES_PER_ADDRESS_PER_DAY: inProduction(
    z.coerce
      .number()
      .int()
      .positive()
      .default(100)
      .describe('codes a day that people who are not signed in can ask for from one network address'),
    atMost(1_000),
  ),
};
export type VerificationConfig = Config<typeof verificationConfigShape>;

export const readVerificationConfig = (): VerificationConfig => readConfig(verificationConfigShape, process.env);
