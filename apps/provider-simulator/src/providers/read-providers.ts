import { readFileSync } from 'node:fs';
import { ConfigError } from '@bindery/service';
import { z } from 'zod';
import { providerEntry, type Providers } from './provider';

const catalogue = z.record(z.string(), providerEntry);

/**
 * The providers of the platform's catalogue, which the world outside is made of: what it offers holders, its providers keep to. Throws one
 * ConfigError that names every field at fault, or every provider without a secret.
 */
export function readProviders(file: string, secrets: Readonly<Record<string, string>>): Providers {
  const parsed = catalogue.safeParse(readJson(file));
  if (!parsed.success) {
    const lines = parsed.error.issues.map(({ path, message }) => `  ${path.join('.')}: ${message}`);
    throw new ConfigError([`${file} cannot be simulated:`, ...lines].join('\n'));
  }
  const providers = new Map(Object.entries(parsed.data).map(([code, terms]) => [code, { code, ...terms }]));
  const without = [...providers.keys()].filter((code) => !Object.hasOwn(secrets, code));
  if (without.length > 0) throw new ConfigError(`PROVIDER_SECRETS has no secret of ${without.join(', ')}`);
  return providers;
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new ConfigError(`PROVIDERS_PATH cannot be read: ${(error as Error).message}`);
  }
}
