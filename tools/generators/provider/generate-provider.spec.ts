import { FsTree } from 'nx/src/generators/tree';
import { root } from '../../start/start-options';
import { generateProvider } from './generate-provider';

const catalogue = 'apps/binding/src/catalogue/providers.json';

describe('a new provider', () => {
  it.each(['bank-card', 'access-card'])('of the kind %s is put behind the others, which stay as they are', (kind) => {
    const tree = new FsTree(root, false);
    const before = tree.read(catalogue, 'utf8') ?? '';
    generateProvider(tree, 'bay-one', { kind, name: 'Bay One', nameZh: '海湾一号' });
    const after = tree.read(catalogue, 'utf8') ?? '';
    const others = before.replace(/\n\}\n$/, '');
    expect(others.length).toBeLessThan(before.length);
    expect(after.slice(0, others.length)).toBe(others);
    const { 'bay-one': added } = JSON.parse(after) as Record<string, { name: object }>;
    expect(Object.entries(added?.name ?? {})).toEqual([
      ['zh-CN', '海湾一号'],
      ['en', 'Bay One'],
    ]);
  });
});
