import { z } from 'zod';
import {
  base64Key,
  inProduction,
  limit,
  overHttps,
  readBy,
  readConfig,
  serviceConfig,
  strongSecret,
  type Config,
} from '@bindery/service';
import { countriesByDefault, readCountries } from '@bindery/values';

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
  CODES_PER_ADDRESS_PER_DAY: limit({
    usual: 100,
    most: 1_000,
    says: 'codes a day that people who are not signed in can ask for from one network address',
  }),
  PHONE_COUNTRIES: readBy(readCountries, 'is no list of ISO 3166-1 countries')
    .prefault(countriesByDefault)
    .describe(
      'ISO 3166-1 countries, separated by commas, whose mobile numbers are sent codes; the same in identity, verification and notification',
    ),
  MESSAGES_PER_HOUR: limit({
    usual: 20_000,
    most: 200_000,
    says: 'codes an hour that are sent at most; half as many besides to people whom nobody knows',
  }),
  MESSAGES_PER_COUNTRY_PER_HOUR: limit({
    usual: 10_000,
    most: 100_000,
    says: 'of them, those to numbers of one country (ISO 3166-1), not of one calling code',
  }),
};
export type VerificationConfig = Config<typeof verificationConfigShape>;

export const readVerificationConfig = (): VerificationConfig => readConfig(verificationConfigShape, process.env);
