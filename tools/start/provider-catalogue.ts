import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { root } from './start-options';

/** The one home of a provider: what binding offers holders of it, and how the provider simulator plays it. */
export const providersFolder = join(root, 'apps/binding/src/catalogue/providers');

/** Each provider of the catalogue, and the style of its interface. */
export const cataloguedProviders = (): readonly { readonly code: string; readonly style: string }[] =>
  readdirSync(providersFolder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => {
      const { style } = JSON.parse(readFileSync(join(providersFolder, name), 'utf8')) as { style: string };
      return { code: basename(name, '.json'), style };
    });
