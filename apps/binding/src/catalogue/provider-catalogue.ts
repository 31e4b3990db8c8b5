import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseJson } from '@bindery/kernel';
import { z } from 'zod';
import { en } from './faults/profile-faults.words.en';
import { providerProfile } from './provider-entry';
import type { ProviderEntry } from './provider-version.rules';
import type { ProviderProfile } from './provider-profile.rules';

const catalogue = z.record(z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, en.PROVIDER_CODE), providerProfile);

/** The providers that cards can be bound at, by code, in the order they are shown in. */
export type ProviderCatalogue = ReadonlyMap<string, ProviderProfile>;

export class CatalogueError extends Error {
  override name = 'CatalogueError';
}

const catalogueFolder = join(__dirname, 'providers');

/** What the files of a folder say, one `<code>.json` for each provider, unread. */
export function loadProviderEntries(folder = catalogueFolder): Readonly<Record<string, ProviderEntry>> {
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return Object.fromEntries(files.map((name) => [basename(name, '.json'), loadEntry(join(folder, name))]));
}

function loadEntry(file: string): ProviderEntry {
  const entry = parseJson(readFileSync(file, 'utf8'));
  if (entry === undefined) throw new CatalogueError(`${file} of the catalogue of providers is not JSON.`);
  return entry as ProviderEntry;
}

/** Reads a folder; throws one CatalogueError that names every field at fault. */
export const loadProviderCatalogue = (folder = catalogueFolder): ProviderCatalogue =>
  readProviderCatalogue(loadProviderEntries(folder));

/** The catalogue out of entries by code, in the order they are shown in. Throws one CatalogueError that names every field at fault. */
export function readProviderCatalogue(entries: Readonly<Record<string, unknown>>): ProviderCatalogue {
  const parsed = catalogue.safeParse(entries);
  if (!parsed.success)
    throw new CatalogueError(
      ['The catalogue of providers is not complete:', ...parsed.error.issues.map(toLine)].join('\n'),
    );
  return inOrder(Object.entries(parsed.data).map(([code, profile]) => ({ code, ...profile })));
}

/** By code, in the order they are shown in. */
export const inOrder = (profiles: readonly ProviderProfile[]): Map<string, ProviderProfile> =>
  new Map(
    profiles
      .toSorted((a, b) => a.position - b.position || (a.code < b.code ? -1 : 1))
      .map((profile) => [profile.code, profile]),
  );

function toLine(issue: z.core.$ZodIssue): string {
  return `  ${issue.path.join('.')}: ${issue.message}`;
}
