import type { Tree } from '@nx/devkit';
import { GeneratorError } from '../generator-error';
import { toWords } from '../words';
import { editText, readText } from '../workspace';
import { firstEntry } from './first-entry';

interface Options {
  readonly kind: string;
  readonly name: string;
  readonly nameZh: string;
}

interface Entry {
  readonly kind: string;
  readonly name: Readonly<Record<string, string>>;
}

const catalogue = 'apps/binding/src/catalogue/providers.json';
const kinds = 'apps/binding/src/providers/kinds';

/** A provider of a kind there is, with the terms of the first of that kind, or the plainest, until they are its own. */
export function generateProvider(tree: Tree, code: string, { kind, name, nameZh }: Options): readonly string[] {
  toWords(code);
  const providers = JSON.parse(readText(tree, catalogue)) as Record<string, Entry>;
  if (providers[code]) throw new GeneratorError(`${catalogue} has a ${code} already.`);
  const module = readKind(tree, toWords(kind).kebab);
  const wanted = toWords(kind).snake.toUpperCase();
  const names = { 'zh-CN': nameZh, en: name };
  const model = Object.values(providers).find((provider) => provider.kind === wanted);
  // Texts of an entry name it, its fee and its times by placeholders.
  const entry = model ? { ...model, name: names } : firstEntry(wanted, names, module.includes('canPay: true'));
  editText(tree, catalogue, (text) => append(text, code, entry));
  return [
    `Say its own terms in ${catalogue}: what it asks, what it can do, what a plan tells of it.`,
    'npm start                           its secret is made, the simulated world plays it, `providers` lists it',
    'In production its address and secret go into PROVIDERS of binding.',
    'README.md shows the answer to `providers`: add it there.',
  ];
}

/** The other entries stay as they are written; prettier keeps an object open whose first line is, and breaks what is too long. */
const append = (text: string, code: string, entry: object): string =>
  text.replace(/\s*\}\s*$/, () => `,\n"${code}": {\n${JSON.stringify(entry).slice(1)}\n}\n`);

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
