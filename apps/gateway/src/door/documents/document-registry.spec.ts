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
    const textsOf = (version: string) =>
      [...(registry.of({ app: 'ios', version }) ?? [])].map(({ text, hash }) => [text, hash === hashOf(text)]);
    expect(textsOf('1.0.0')).toEqual([['{ a }', true]]);
    expect(textsOf('1.1.0')).toEqual([
      ['{ a }', true],
      ['{ b }', true],
    ]);
    expect(registry.of({ app: 'ios', version: '2.0.0' })).toBeUndefined();
    expect(registry.of({})).toBeUndefined();
    expect(registry.documents.map(({ text }) => text)).toEqual(['{ a }', '{ b }']);
    expect(registry.find({ hash: hashOf('{ b }') })?.text).toBe('{ b }');
    expect(['{ a }', '{ b }', '{ c }'].map((text) => registry.find({ text })?.text)).toEqual([
      '{ a }',
      '{ b }',
      undefined,
    ]);
    const [a, b] = registry.documents;
    expect([a, b].map((document) => document && registry.of({ app: 'ios', version: '1.0.0' })?.has(document))).toEqual([
      true,
      false,
    ]);
  });

  it('tells the kind of an operation by its name, which the only one of a document needs not have', async () => {
    const two = 'query One { a ... { b } } mutation Two { c }';
    const only = 'query Only { ...F } fragment F on Query { x: a __typename }';
    const registry = await readDocumentRegistry(
      await folderOf({ 'ios/1.0.0.json': manifest(operation(two), operation(only)) }),
    );
    const kindOf = (text: string, name?: string) => registry.find({ text })?.kindOf(name);
    expect(kindOf(two, 'One')).toEqual({ isMutation: false, rootFields: new Set(['a', 'b']), fields: 2 });
    expect(kindOf(two, 'Two')).toEqual({ isMutation: true, rootFields: new Set(['c']), fields: 1 });
    expect([kindOf(two), kindOf(two, 'Three'), kindOf(two, '')]).toEqual([undefined, undefined, undefined]);
    expect([kindOf(only), kindOf(only, 'Only')]).toEqual(
      Array(2).fill({ isMutation: false, rootFields: new Set(['a']), fields: 1 }),
    );
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
