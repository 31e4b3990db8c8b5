import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './start-options';

/** The one home of a provider: what binding offers holders of it, and how the provider simulator plays it. */
export const providersFile = join(root, 'apps/binding/src/catalogue/providers.json');

export const providerCodes = (): readonly string[] =>
  Object.keys(JSON.parse(readFileSync(providersFile, 'utf8')) as object);
