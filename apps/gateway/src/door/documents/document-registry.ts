import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ClientVersion } from '../clients/client-version';
import type { AskedOperation } from './asked-operation';
import { documentManifest } from './document-manifest';
import { toRegisteredDocument, type RegisteredDocument } from './registered-document';

export interface DocumentRegistry {
  /** What one version of one app may send; undefined when this app or this version of it is not registered. */
  of(client: ClientVersion): ReadonlySet<RegisteredDocument> | undefined;
  /** The document that a request names, by its very text, else by its hash, whoever registered it. */
  find(asked: Pick<AskedOperation, 'text' | 'hash'>): RegisteredDocument | undefined;
  /** Each once. */
  readonly documents: readonly RegisteredDocument[];
}

/**
 * Reads `<folder>/<app>/<version>.json`. Throws when a file is not a manifest: a gateway that would refuse the documents of an
 * app must not take the place of one that serves them.
 */
export async function readDocumentRegistry(folder: string): Promise<DocumentRegistry> {
  const apps = (await readdir(folder, { withFileTypes: true }))
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
  const clients = new Map<string, ReadonlySet<RegisteredDocument>>();
  const byHash = new Map<string, RegisteredDocument>();
  for (const app of apps) {
    const files = (await readdir(join(folder, app))).filter((name) => name.endsWith('.json'));
    for (const file of files)
      clients.set(
        keyOf({ app, version: file.slice(0, -'.json'.length) }),
        await readManifest(join(folder, app, file), byHash),
      );
  }
  const byText = new Map([...byHash.values()].map((document) => [document.text, document]));
  return {
    of: (client) => clients.get(keyOf(client)),
    find: ({ text, hash }) => (text === undefined ? byHash.get(hash ?? '') : byText.get(text)),
    documents: [...byHash.values()],
  };
}

const keyOf = ({ app = '', version = '' }: ClientVersion) => `${app} ${version}`;

/** The documents of one file; those that others have registered too are the same objects. */
async function readManifest(
  file: string,
  known: Map<string, RegisteredDocument>,
): Promise<ReadonlySet<RegisteredDocument>> {
  const parsed = documentManifest.safeParse(JSON.parse(await readFile(file, 'utf8')));
  if (!parsed.success) throw new Error(`${file} is no manifest of documents: ${parsed.error.issues[0]?.message}`);
  return new Set(
    parsed.data.operations.map(({ id, body }) => {
      const document = known.get(id) ?? toRegisteredDocument(id, body);
      known.set(id, document);
      return document;
    }),
  );
}
