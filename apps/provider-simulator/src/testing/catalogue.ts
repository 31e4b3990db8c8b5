import { readdirSync } from 'node:fs';
import path from 'node:path';
import { makeWeChatPayKeys } from '@bindery/simulated-world';
import { readProviders } from '../providers/read-providers';
import { makeAlipayKeys } from './alipay-keys';

/** The catalogue of the platform, which the world outside is made of. */
export const catalogueFolder = path.join(__dirname, '../../../binding/src/catalogue/providers');

export const providers = readProviders(catalogueFolder);

export const secretOf = (code: string): string => `whsec_${Buffer.from(code.padEnd(24, '-')).toString('base64')}`;

/** Those of the catalogue that tests speak of. */
export type ProviderCode = 'seaside-bank' | 'harbour-bank' | 'cloudgate';

/** What every provider of the catalogue signs with whose interface has one secret. */
export const secrets = Object.fromEntries(
  readdirSync(catalogueFolder)
    .map((name) => path.basename(name, '.json'))
    .map((code) => [code, secretOf(code)]),
) as Readonly<Record<ProviderCode, string>>;

/** Whose messages wallets sign. */
export const knownDomains = ['wallet.test.example'];

/** Both sides' keys of WeChat Pay. */
export const weChatPayKeys = makeWeChatPayKeys();
/** The merchant's and Alipay's own keys. */
export const alipayKeys = makeAlipayKeys();

/** By style; a provider of any other is generic. */
const keysOfStyle: Readonly<Record<string, object>> = {
  WECHAT_PAY: weChatPayKeys.provider,
  ALIPAY: alipayKeys.provider,
  SELF_CUSTODY: { knownDomains },
  // Tests of passes make keys for themselves; with these nothing verifies.
  APPLE_WALLET: {
    rootCertificate: '-----BEGIN CERTIFICATE-----',
    passTypeIdentifier: 'pass.none',
    teamIdentifier: 'NONE',
    pushKeyId: 'NONE',
    pushVerification: '-----BEGIN PUBLIC KEY-----',
  },
};

/** What the simulator is given of each provider. */
export const providerKeys = Object.fromEntries(
  Object.entries(secrets).map(([code, secret]) => [code, keysOfStyle[providers.get(code)?.style ?? ''] ?? { secret }]),
);

/** What the readers of every provider of the catalogue sign with. */
export const readerKeys = Object.fromEntries(
  Object.keys(secrets).map((code) => [code, { r1: Buffer.from(`${code}-reader`.padEnd(32, '-')).toString('base64') }]),
) as Readonly<Record<ProviderCode, { readonly r1: string }>>;
