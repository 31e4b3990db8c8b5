import type { Tree } from '@nx/devkit';
import ts from 'typescript';
import { addImport, findNode, initialiserOf, insert, parse, propertyAfter } from '../edit/source-edit';
import { GeneratorError } from '../generator-error';
import { toWords } from '../words';
import { checkService, editText, readText } from '../workspace';

interface Options {
  readonly key?: string;
}

const catalogue = 'libs/event-contracts/src/catalogue.ts';

/** The contract of an event that a service publishes, in the family of its aggregate. */
export function generateEvent(tree: Tree, service: string, name: string, options: Options): readonly string[] {
  checkService(tree, service);
  const [aggregate, fact, ...more] = name.split('.');
  if (!aggregate || !fact || more.length > 0)
    throw new GeneratorError(`“${name}” is no name of an event: aggregate.fact, e.g. goal.reached or card.used.`);
  if (!/^[a-z]+$/.test(aggregate)) throw new GeneratorError(`An aggregate is one word: “${aggregate}” is not.`);
  const key = options.key ?? `${toWords(aggregate).camel}Id`;
  if (!/^[a-z][A-Za-z]*Id$/.test(key)) throw new GeneratorError(`“${key}” names no aggregate: a field such as goalId.`);
  const type = `bindery.${aggregate}.${toWords(fact).kebab}.v1`;
  const family = `libs/event-contracts/src/${service}/${aggregate}-events.ts`;
  const symbol = toWords(`${aggregate}-${fact}`).camel;
  const contract = { symbol, type, key, aggregate: key.slice(0, -'Id'.length) };
  if (tree.exists(family)) {
    if (readText(tree, family).includes(`'${type}'`)) throw new GeneratorError(`${type} is declared already.`);
    editText(tree, family, (text) => `${text}\n${declare(contract)}`);
  } else {
    tree.write(family, `${headOf(service)}\n${declare(contract)}`);
    addFamily(tree, service, aggregate);
  }
  return [
    'npm run generate                    its JSON Schema and its row of docs/generated/events.md',
    `Give it the data it tells, in ${family}. No personal data: the tests look.`,
    `Publish it in a use case: outbox.append(tx, { type: '${type}', key, sequence, data }).`,
  ];
}

const headOf = (service: string) => `import { z } from 'zod';
import { defineEvent } from '../define-event';
import { accountId, at, id } from '../fields';

const topic = 'bindery.${service}';
`;

interface Contract {
  readonly symbol: string;
  readonly type: string;
  readonly key: string;
  readonly aggregate: string;
}

const declare = ({ symbol, type, key, aggregate }: Contract) => `export const ${symbol} = defineEvent({
  type: '${type}',
  topic,
  key: '${key}',
  description: '${describe(type)}',
  data: z.object({
    ${key === 'accountId' ? 'accountId' : `${key}: id('${snake(aggregate)}', 'the ${words(aggregate)}'),\n    accountId`},
    at,
  }),
});
`;

const words = (camel: string) => camel.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
const snake = (camel: string) => words(camel).replaceAll(' ', '_');

/** `bindery.goal.reached.v1`: “A goal was reached.” */
function describe(type: string): string {
  const [, aggregate = '', fact = ''] = type.split('.');
  return `${/^[aeiou]/.test(aggregate) ? 'An' : 'A'} ${aggregate} was ${fact.replaceAll('-', ' ')}.`;
}

/** The catalogue takes in all that a family exports. */
function addFamily(tree: Tree, service: string, aggregate: string): void {
  editText(tree, catalogue, (text) => {
    const families = initialiserOf(parse(text), 'families');
    if (!families || !ts.isObjectLiteralExpression(families)) throw new GeneratorError(`${catalogue} has no families.`);
    const taken = findNode(parse(text), ts.isNamespaceImport, ({ name }) => name.text === aggregate);
    const name = taken ? `${toWords(service).camel}${toWords(aggregate).type}` : aggregate;
    const spread = insert(text, [propertyAfter(families, `...${name}`)]);
    return addImport(spread, `import * as ${name} from './${service}/${aggregate}-events';`);
  });
}
