import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findPlaces } from './find-places';
import { isExported, linksIn, placesIn, sectionOf } from './read-map';

describe('what a document names', () => {
  it('is found by section', () => {
    const text = '# T\n\n## One\n\na\n\n### Inner\n\nb\n\n## Two\n\nc\n';
    expect(sectionOf(text, '## One')).toContain('b');
    expect(sectionOf(text, '## One')).not.toContain('c');
    expect(() => sectionOf(text, '## Three')).toThrow('Three');
  });

  it('is a path in backticks, with the exports named behind it', () => {
    expect(
      placesIn('See `a/b.ts` (`take`, `Step`), `services.json`, then `npm run a/b`, `take()` and `a/<name>/c`.'),
    ).toEqual([
      { path: 'a/b.ts', exports: ['take', 'Step'] },
      { path: 'services.json', exports: [] },
      { path: 'a/<name>/c', exports: [] },
    ]);
  });

  it('is a link that leads into the repository', () => {
    expect(linksIn('[a](a.md#x) [b](https://b.example) [c](#d)\n```\n[e](e.md)\n```')).toEqual(['a.md']);
  });

  it.each([
    ['export const take = 1;', true],
    ['export async function take() {}', true],
    ["export { a, b as take } from './x';", true],
    ["export { type take } from './x';", true],
    ['const take = 1;', false],
    ['export const takeAll = 1;', false],
    ["export { take as other } from './x';", false],
  ])('is exported by “%s”: %s', (source, exported) => expect(isExported(source, 'take')).toBe(exported));
});

describe('finding a place', () => {
  const root = mkdtempSync(join(tmpdir(), 'bindery-map-'));
  beforeAll(() => {
    for (const app of ['one', 'two']) mkdirSync(join(root, 'apps', app), { recursive: true });
    writeFileSync(join(root, 'apps/one/one.config.ts'), '');
    for (const name of ['words.en.ts', 'words.zh-cn.ts']) writeFileSync(join(root, 'apps/two', name), '');
  });
  afterAll(() => rmSync(root, { recursive: true }));

  it.each([
    ['apps/one', ['apps/one']],
    ['apps/three', []],
    ['apps/<name>', ['apps/one', 'apps/two']],
    ['apps/<name>/<name>.config.ts', ['apps/one/one.config.ts']],
    ['apps/two/words.{en,zh-cn}.ts', ['apps/two/words.en.ts', 'apps/two/words.zh-cn.ts']],
    ['apps/two/words.{en,fr}.ts', []],
  ])('takes %s for %j', (path, found) => expect([...findPlaces(root, path)].sort()).toEqual(found));
});
