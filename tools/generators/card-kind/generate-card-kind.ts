import type { Tree } from '@nx/devkit';
import ts from 'typescript';
import { addImport, elementAfter, initialiserOf, insert, parse, propertyAfter } from '../edit/source-edit';
import { GeneratorError } from '../generator-error';
import { toWords } from '../words';
import { editText, readText, refuseExisting, writeTemplates } from '../workspace';

interface Options {
  readonly pays: boolean;
  /** What people call it in Chinese; its English words stand in until somebody says it. */
  readonly nameZh?: string;
}

const kinds = 'apps/binding/src/providers/kinds';
const players = 'apps/binding/src/testing/fault-matrix/players.ts';

/** A kind of card: how it is entered, what it is recognised by, what its providers are asked, its words, and its lines among the others. */
export function generateCardKind(tree: Tree, name: string, { pays, nameZh }: Options): readonly string[] {
  const words = toWords(name);
  if (!tree.exists(`${kinds}/index.ts`))
    throw new GeneratorError(`${kinds}/index.ts, which lists the kinds, is not there.`);
  refuseExisting(tree, `${kinds}/${name}`);
  const field = toWords(name.replace(/-card$/, '')).camel;
  const taken = tree
    .children(kinds)
    .some(
      (kind) =>
        tree.exists(`${kinds}/${kind}/index.ts`) &&
        readText(tree, `${kinds}/${kind}/index.ts`).includes(`field: '${field}'`),
    );
  if (taken) throw new GeneratorError(`Another kind has the field card.${field} of the input.`);
  writeTemplates(tree, 'card-kind', `${kinds}/${name}`, {
    ...words,
    code: words.snake.toUpperCase(),
    field,
    pays,
    nameZh: JSON.stringify(nameZh ?? words.words),
  });
  editText(tree, `${kinds}/index.ts`, (text) => {
    const list = initialiserOf(parse(text), 'registered');
    if (!list || !ts.isArrayLiteralExpression(list)) throw new GeneratorError(`${kinds}/index.ts registers no kinds.`);
    return addImport(insert(text, [elementAfter(list, words.camel)]), `import { ${words.camel} } from './${name}';`);
  });
  editText(tree, `${kinds}/card-inputs.input.ts`, (text) => {
    const inputs = initialiserOf(parse(text), 'cardInputs');
    if (!inputs || !ts.isObjectLiteralExpression(inputs))
      throw new GeneratorError(`${kinds}/card-inputs.input.ts has no inputs of kinds.`);
    const line = propertyAfter(inputs, `${words.snake.toUpperCase()}: ${words.camel}Input`);
    return addImport(insert(text, [line]), `import { ${words.camel}Input } from './${name}/${name}.input';`);
  });
  editText(tree, players, (text) => {
    const cards = initialiserOf(parse(text), 'cardOfKind');
    if (!cards || !ts.isObjectLiteralExpression(cards)) throw new GeneratorError(`${players} has no card of a kind.`);
    const code = words.snake.toUpperCase();
    const card = `${code}: { kind: '${code}', number: 'AB1234' } as EnteredCard`;
    return insert(text, [propertyAfter(cards, card)]);
  });
  return [
    'npm run generate                    the enum and the input in the graph',
    'npx nx test @bindery/binding        its tests, which pass now',
    `Say how one is entered and recognised in ${kinds}/${name}; a provider of it: npm run g -- provider.`,
    ...(nameZh ? [] : [`Say its name in Chinese in ${kinds}/${name}/${name}.words.zh-cn.ts.`]),
    'The simulated world takes any number of it; a way of its own is a folder in apps/provider-simulator/src/providers/kinds.',
  ];
}
