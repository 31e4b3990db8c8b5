import { importsIn, pathsNamedIn } from './files-read';

const inSpec = (text: string) => pathsNamedIn('apps/one/src/room/some.spec.ts', text);

describe('pathsNamedIn', () => {
  it.each([
    [`readFileSync(join(__dirname, '../../../two/schema.graphql'))`, ['apps/two/schema.graphql']],
    [`path.join(__dirname, '../data', 'a.json')`, ['apps/one/src/data/a.json']],
    [`const top = resolve(__dirname, '../../../..'); fork(join(top, 'nx.json'))`, ['nx.json']],
    [`import { root } from '../top'; join(root, 'apps', name, 'migrations')`, ['apps/*/migrations']],
    ['read(`apps/${name}/schema.graphql`)', ['apps/*/schema.graphql']],
    [`spawn(node, ['-r', './tools/runtime/register.cjs'])`, ['tools/runtime/register.cjs']],
  ])('finds the path of %s', (text, paths) => expect(inSpec(text)).toEqual(expect.arrayContaining(paths)));

  it.each([
    `join(root, file)`,
    `join(folder, 'package.json')`,
    `join(__dirname, '../../../..')`,
    `'docs'`,
    `// 'apps/x/y'`,
  ])('finds none where none is said: %s', (text) => expect(inSpec(text)).toEqual([]));
});

describe('importsIn', () => {
  it('has those of types and those that are required', () => {
    const text = `import type { A } from './a'; export * from '@bindery/kernel'; const c = require('../c.cjs');`;
    expect([...importsIn(text)].sort()).toEqual(['../c.cjs', './a', '@bindery/kernel']);
  });
});
