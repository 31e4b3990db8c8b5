import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { ConfigError } from '@bindery/service';
import { z } from 'zod';
import { providerEntry, type Providers } from './provider';

const catalogue = z.record(z.string(), providerEntry);

/**
 * The providers of the platform's catalogue, which the world outside is made of: what it offers holders, its providers keep to. `folder` has a file
 * `<code>.json` for each. Throws one ConfigError that names every field at fault.
 */
export function readProviders(folder: string): Providers {
  const parsed = catalogue.safeParse(readEntries(folder));
  if (!parsed.success) {
    const lines = parsed.error.issues.map(({ path, message }) => `  ${path.join('.')}: ${message}`);
    throw new ConfigError([`${folder} cannot be simulated:`, ...lines].join('\n'));
  }
  const shown = Object.entries(parsed.data).sort(([, a], [, b]) => a.position - b.position);
  return new Map(shown.map(([code, terms]) => [code, { code, ...terms }]));
}

function readEntries(folder: string): unknown {
  try {
    const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
    return Object.fromEntries(
      names.map((name) => [basename(name, '.json'), JSON.parse(readFileSync(join(folder, name), 'utf8'))]),
    );
  } catch (error) {
    throw new ConfigError(`PROVIDERS_PATH cannot be read: ${(error as Error).message}`);
  }
}
