import { FsTree } from 'nx/src/generators/tree';
import { root } from '../../start/start-options';
import { generateProvider } from './generate-provider';

const catalogue = 'apps/binding/src/catalogue/providers';

describe('a new provider', () => {
  it.each(['bank-card', 'access-card'])('of the kind %s is shown behind the others, in a file of its own', (kind) => {
    const tree = new FsTree(root, false);
    const before = tree.children(catalogue);
    generateProvider(tree, 'bay-one', { kind, name: 'Bay One', nameZh: '海湾一号' });
    expect(tree.listChanges().map(({ path }) => path)).toEqual([`${catalogue}/bay-one.json`]);
    const read = (name: string) =>
      JSON.parse(tree.read(`${catalogue}/${name}`, 'utf8') ?? '') as { position: number; name: object };
    const added = read('bay-one.json');
    for (const other of before) expect(added.position).toBeGreaterThan(read(other).position);
    expect(Object.entries(added.name)).toEqual([
      ['zh-CN', '海湾一号'],
      ['en', 'Bay One'],
    ]);
  });
});
