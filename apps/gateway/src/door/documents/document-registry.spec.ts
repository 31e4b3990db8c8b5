import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hashOf } from './document-manifest';
import { readDocumentRegistry } from './document-registry';

const operation = (body: string) => ({ id: hashOf(body), name: 'A', type: 'query', body });

async function folderOf(files: Record<string, unknown>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'bindery-documents-'));
  for (const [path, content] of Object.entries(files)) {
    await mkdir(join(folder, path, '..'), { recursive: true });
    await writeFile(join(folder, path), JSON.stringify(content));
  }
  return folder;
}

const manifest = (...operations: object[]) => ({ format: 'apollo-persisted-query-manifest', version: 1, operations });

describe('the registry of documents', () => {
  it('knows them by app and version, and every text once', async () => {
    const registry = await readDocumentRegistry(
      await folderOf({
        'ios/1.0.0.json': manifest(operation('{ a }')),
        'ios/1.1.0.json': manifest(operation('{ a }'), operation('{ b }')),
      }),
    );
    expect([...(registry.of({ app: 'ios', version: '1.0.0' })?.byHash.values() ?? [])]).toEqual(['{ a }']);
    expect(registry.of({ app: 'ios', version: '2.0.0' })).toBeUndefined();
    expect(registry.of({})).toBeUndefined();
    expect(registry.texts).toEqual(['{ a }', '{ b }']);
    expect(registry.textOf(hashOf('{ b }'))).toBe('{ b }');
    expect(['{ a }', '{ b }', '{ c }'].map((text) => registry.has(text))).toEqual([true, true, false]);
    expect(['{ a }', '{ b }'].map((text) => registry.of({ app: 'ios', version: '1.0.0' })?.has(text))).toEqual([
      true,
      false,
    ]);
  });

  it.each([
    ['an id that is not the hash of its body', manifest({ ...operation('{ a }'), id: hashOf('{ b }') })],
    ['no manifest', { operations: [] }],
  ])('is not read with %s', async (_what, content) => {
    await expect(readDocumentRegistry(await folderOf({ 'ios/1.0.0.json': content }))).rejects.toThrow(
      /ios\/1\.0\.0\.json is no manifest/,
    );
  });
});
