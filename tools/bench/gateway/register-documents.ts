import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { benchDocuments } from './documents';

/** The app that the measurement asks as. */
export const benchClient = { app: 'bench', version: '1.0.0' } as const;

/** Registers the documents of the measurement with the gateway, as an app would; answers the folder. */
export async function registerDocuments(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'bindery-bench-documents-'));
  const operations = benchDocuments.map(({ name, query }) => ({
    id: createHash('sha256').update(query).digest('hex'),
    name,
    type: 'query',
    body: query,
  }));
  await mkdir(join(folder, benchClient.app));
  await writeFile(
    join(folder, benchClient.app, `${benchClient.version}.json`),
    JSON.stringify({ format: 'apollo-persisted-query-manifest', version: 1, operations }),
  );
  return folder;
}
