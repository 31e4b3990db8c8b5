import type { Tree } from '@nx/devkit';
import { GeneratorError } from '../generator-error';
import { toWords } from '../words';
import { editText, readText } from '../workspace';

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

/** A provider of a kind there is, with the terms of the first of that kind until they are its own. */
export function generateProvider(tree: Tree, code: string, { kind, name, nameZh }: Options): readonly string[] {
  toWords(code);
  const providers = JSON.parse(readText(tree, catalogue)) as Record<string, Entry>;
  if (providers[code]) throw new GeneratorError(`${catalogue} has a ${code} already.`);
  const wanted = toWords(kind).snake.toUpperCase();
  const model = Object.values(providers).find((provider) => provider.kind === wanted);
  if (!model) {
    const known = [...new Set(Object.values(providers).map((provider) => provider.kind))].map((each) =>
      each.toLowerCase().replaceAll('_', '-'),
    );
    throw new GeneratorError(`No provider of the kind ${kind} is there to begin from. Kinds: ${known.join(', ')}.`);
  }
  // Texts of an entry name it, its fee and its times by placeholders.
  const added: Entry = { ...model, name: { 'zh-CN': nameZh, en: name } };
  editText(tree, catalogue, () => JSON.stringify({ ...providers, [code]: added }, null, 2));
  return [
    `Say its own terms in ${catalogue}: what it asks, what it can do, what a plan tells of it.`,
    'npm start                           its secret is made, the simulated world plays it, `providers` lists it',
    'In production its address and secret go into PROVIDERS of binding.',
    'README.md shows the answer to `providers`: add it there.',
  ];
}
