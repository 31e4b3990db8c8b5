import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ClientVersion } from '../clients/client-version';
import { documentManifest } from './document-manifest';

/** The texts that one version of one app may send. */
export interface RegisteredDocuments {
  readonly byHash: ReadonlyMap<string, string>;
  has(text: string): boolean;
}

export interface DocumentRegistry {
  /** Undefined when this app or this version of it is not registered. */
  of(client: ClientVersion): RegisteredDocuments | undefined;
  /** The text behind a hash, whoever registered it. */
  textOf(hash: string): string | undefined;
  /** Whether anybody registered this very text. */
  has(text: string): boolean;
  /** Every text once, for caches that are warmed at the start. */
  readonly texts: readonly string[];
}

/**
 * Reads `<folder>/<app>/<version>.json`. Throws when a file is not a manifest: a gateway that would refuse the documents of an
 * app must not take the place of one that serves them.
 */
export async function readDocumentRegistry(folder: string): Promise<DocumentRegistry> {
  const apps = (await readdir(folder, { withFileTypes: true }))
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
  const clients = new Map<string, RegisteredDocuments>();
  for (const app of apps) {
    const files = (await readdir(join(folder, app))).filter((name) => name.endsWith('.json'));
    for (const file of files)
      clients.set(keyOf({ app, version: file.slice(0, -'.json'.length) }), await readManifest(join(folder, app, file)));
  }
  const all = new Map([...clients.values()].flatMap((documents) => [...documents.byHash]));
  const texts = new Set(all.values());
  return {
    of: (client) => clients.get(keyOf(client)),
    textOf: (hash) => all.get(hash),
    has: (text) => texts.has(text),
    texts: [...texts],
  };
}

const keyOf = ({ app = '', version = '' }: ClientVersion) => `${app} ${version}`;

async function readManifest(file: string): Promise<RegisteredDocuments> {
  const parsed = documentManifest.safeParse(JSON.parse(await readFile(file, 'utf8')));
  if (!parsed.success) throw new Error(`${file} is no manifest of documents: ${parsed.error.issues[0]?.message}`);
  const texts = new Set(parsed.data.operations.map(({ body }) => body));
  return { byHash: new Map(parsed.data.operations.map(({ id, body }) => [id, body])), has: (text) => texts.has(text) };
}
