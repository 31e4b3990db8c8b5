import type { Tree } from '@nx/devkit';
import { GeneratorError } from '../generator-error';
import { toWords } from '../words';
import { readText } from '../workspace';
import { firstEntry } from './first-entry';

interface Options {
  readonly kind: string;
  readonly name: string;
  readonly nameZh: string;
}

interface Entry {
  readonly position: number;
  readonly style: string;
  readonly kind: string;
  readonly name: Readonly<Record<string, string>>;
}

const catalogue = 'apps/binding/src/catalogue/providers';
const kinds = 'apps/binding/src/providers/kinds';

/** A provider of a kind there is, with the terms of the first of that kind, or the plainest, until they are its own. */
export function generateProvider(tree: Tree, code: string, { kind, name, nameZh }: Options): readonly string[] {
  toWords(code);
  const file = `${catalogue}/${code}.json`;
  if (tree.exists(file)) throw new GeneratorError(`There is a ${file} already.`);
  const files = tree.children(catalogue).filter((name) => name.endsWith('.json'));
  const providers = files
    .map((name) => JSON.parse(readText(tree, `${catalogue}/${name}`)) as Entry)
    .sort((a, b) => a.position - b.position);
  const module = readKind(tree, toWords(kind).kebab);
  const wanted = toWords(kind).snake.toUpperCase();
  const names = { 'zh-CN': nameZh, en: name };
  const model = providers.find((provider) => provider.kind === wanted && provider.style === 'GENERIC');
  // Texts of an entry name it, its fee and its times by placeholders.
  const entry = model ? { ...model, name: names } : firstEntry(wanted, names, module.includes('canPay: true'));
  const position = (providers.at(-1)?.position ?? 0) + 10;
  tree.write(file, `${JSON.stringify({ ...entry, position }, null, 2)}\n`);
  return [
    `Say its own terms in ${file}: what it asks, what it can do, what a plan tells of it.`,
    'npm start                           its secret is made, the simulated world plays it, `providers` lists it',
    `BINDERY_FAULTS_OF=${code} npx jest -c apps/binding/jest.config.cjs fault-matrix    every fault against it`,
    'BINDERY_WRITE_FAULTS=1 npx jest -c apps/binding/jest.config.cjs fault-matrix       its lines in docs/generated/provider-faults.md',
    'In production its address and secret go into PROVIDERS of binding.',
  ];
}

/** The module of a kind whose cards can be entered. */
function readKind(tree: Tree, kind: string): string {
  const modules = new Map(
    tree
      .children(kinds)
      .filter((folder) => tree.exists(`${kinds}/${folder}/index.ts`))
      .map((folder) => [folder, readText(tree, `${kinds}/${folder}/index.ts`)]),
  );
  const module = modules.get(kind);
  if (!module) throw new GeneratorError(`There is no kind of card ${kind}. Kinds: ${[...modules.keys()].join(', ')}.`);
  if (module.includes('entry: null')) throw new GeneratorError(`Nobody can enter a ${kind} yet: its entry is null.`);
  return module;
}
