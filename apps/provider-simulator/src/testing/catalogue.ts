import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readProviders } from '../providers/read-providers';

/** The catalogue of the platform, which the world outside is made of. */
export const catalogueFile = path.join(__dirname, '../../../binding/src/catalogue/providers.json');

export const secretOf = (code: string): string => `whsec_${Buffer.from(code.padEnd(24, '-')).toString('base64')}`;

/** Those of the catalogue that tests speak of. */
export type ProviderCode = 'seaside-bank' | 'harbour-bank' | 'cloudgate';

/** What every provider of the catalogue signs with. */
export const secrets = Object.fromEntries(
  Object.keys(JSON.parse(readFileSync(catalogueFile, 'utf8')) as object).map((code) => [code, secretOf(code)]),
) as Readonly<Record<ProviderCode, string>>;

export const providers = readProviders(catalogueFile, secrets);
