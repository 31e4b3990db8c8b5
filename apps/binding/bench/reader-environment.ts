import { randomBytes } from 'node:crypto';
import { generateGatewayKeys, generateSigningKey, toPublicKeySet } from '@bindery/trust';
import { loadProviderCatalogue } from '../src/catalogue/provider-catalogue';
import { makeTestKeys } from '../src/testing/provider-keys';

/** Environment of the service with the part of it that answers; the readers of cloudgate sign by `readerKey`. */
export const readerEnvironment = async (appUrl: string, readerKey: string) => ({
  ROLES: 'api',
  LOG_LEVEL: 'warn',
  DATABASE_URL: appUrl,
  EVENT_LOG_URL: appUrl,
  GATEWAY_KEYS: generateGatewayKeys(),
  PROOF_PUBLIC_KEYS: toPublicKeySet(await generateSigningKey()),
  CARD_FINGERPRINT_KEYS: JSON.stringify({ f1: randomBytes(32).toString('base64') }),
  PROVIDERS: JSON.stringify(await accessOfEach()),
  PUBLIC_URL: 'http://127.0.0.1:9',
  READER_KEYS: JSON.stringify({ cloudgate: { r1: readerKey } }),
  READER_ANSWER_PRIVATE_KEY: await generateSigningKey(),
  EXPORT_LINK_KEYS: JSON.stringify({ e1: randomBytes(32).toString('base64') }),
});

/** Address and keys for every provider of the catalogue; nobody is asked. */
async function accessOfEach(): Promise<Readonly<Record<string, object>>> {
  const keys = await makeTestKeys(loadProviderCatalogue());
  return Object.fromEntries(
    Object.entries(keys).map(([code, { platform }]) => [code, { baseUrl: 'http://127.0.0.1:9', ...platform }]),
  );
}
