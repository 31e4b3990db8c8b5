import { FsTree } from 'nx/src/generators/tree';
import { itIsCheckedAgainst } from '@bindery/testing';
import { GeneratorError } from '../generator-error';
import { wireConsumer } from './wire-consumer';
import { wireFeature } from './wire-feature';

const squeeze = (text: string | null) => (text ?? '').replaceAll(/\s+/g, ' ').replaceAll(' ,', ',').trim();

describe('the tree that generators write to', () => {
  itIsCheckedAgainst('nx', '23.2.1', 'nx/src/generators/tree: FsTree, and flushChanges and printChanges of main.ts');
});

describe('wiring a room', () => {
  const wired = (composition: string, needs?: string) => {
    const tree = new FsTree('/virtual', false);
    tree.write('apps/a/src/features.ts', 'export const featureClasses: readonly F[] = [oneClasses];');
    tree.write('apps/a/src/composition-root.ts', composition);
    wireFeature(tree, { service: 'a', room: 'two-things', camel: 'twoThings', type: 'TwoThings', needs });
    return [tree.read('apps/a/src/features.ts', 'utf8'), tree.read('apps/a/src/composition-root.ts', 'utf8')].map(
      squeeze,
    );
  };

  it.each([
    [
      'features one by one',
      'return composeService(f, [one.feature]);',
      'return composeService(f, [one.feature, twoThings.feature]);',
    ],
    [
      'a list by name',
      'const features = [one].map(({ feature }) => feature); return composeService(f, features);',
      'const features = [one, twoThings].map(({ feature }) => feature); return composeService(f, features);',
    ],
    [
      'a list that is mapped at the end',
      'const features = [one]; return composeService(f, features.map(({ feature }) => feature));',
      'const features = [one, twoThings]; return composeService(f, features.map(({ feature }) => feature));',
    ],
  ])('adds it to %s', (_what, body, wanted) => {
    const [features, composition] = wired(`function compose() {\n${body}\n}`);
    expect(features).toBe(
      "import { twoThingsClasses } from './two-things'; export const featureClasses: readonly F[] = [oneClasses, twoThingsClasses];",
    );
    expect(composition).toBe(
      `import { createTwoThings } from './two-things'; function compose() { const twoThings = createTwoThings(foundation); ${wanted} }`,
    );
  });

  it('gives it what it needs besides the foundation', () => {
    const [, composition] = wired('function compose() { return composeService(f, [one.feature]); }', '{ ...sessions }');
    expect(composition).toContain('const twoThings = createTwoThings(foundation, { ...sessions });');
  });

  it('says so where it finds no list', () => {
    expect(() => wired('function compose() { return composeService(f, find()); }')).toThrow(GeneratorError);
  });
});

describe('wiring a consumer', () => {
  const wired = (text: string) => {
    const tree = new FsTree('/virtual', false);
    tree.write('index.ts', text);
    wireConsumer(tree, 'index.ts', { event: 'e.v1', handler: 'onE', file: 'on-e' });
    return squeeze(tree.read('index.ts', 'utf8')).replace("import { onE } from './on-e.consumer'; ", '');
  };

  it.each([
    [
      'function createA({ db }: Foundation) { const feature: Feature = { resolvers: [] }; return { feature }; }',
      "function createA({ db, log }: Foundation) { const feature: Feature = { resolvers: [], subscriptions: { 'e.v1': onE({ log }) } }; return { feature }; }",
    ],
    [
      "export const createA = (foundation: Foundation) => ({ feature: { subscriptions: { 'd.v1': onD } } satisfies Feature });",
      "export const createA = (foundation: Foundation) => ({ feature: { subscriptions: { 'd.v1': onD, 'e.v1': onE({ log: foundation.log }) } } satisfies Feature });",
    ],
    [
      "function createA({ db }: Pick<Foundation, 'db'>) { return { feature: {} satisfies Feature }; }",
      "function createA({ db, log }: Pick<Foundation, 'db' | 'log'>) { return { feature: {subscriptions: { 'e.v1': onE({ log }) }} satisfies Feature }; }",
    ],
  ])('adds it to %s', (text, wanted) => expect(wired(text)).toBe(wanted));

  it.each([
    'function createA({ db }: { readonly db: Db }) { const feature: Feature = {}; }',
    'function createA({ db }: Foundation) { const feature: Feature = { subscriptions: all }; }',
    'const feature: Feature = {};',
  ])('says so where it cannot: %s', (text) => expect(() => wired(text)).toThrow(GeneratorError));
});
