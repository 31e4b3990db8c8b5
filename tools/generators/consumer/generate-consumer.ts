import type { Tree } from '@nx/devkit';
import ts from 'typescript';
import { addImport, findNode, initialiserOf, insert, parse, propertyAfter, valueOf } from '../edit/source-edit';
import { GeneratorError } from '../generator-error';
import { toWords } from '../words';
import { checkService, editText, readText, writeTemplates } from '../workspace';

/** What a room does about an event: a consumer, its test, and its line in the room's door. */
export function generateConsumer(tree: Tree, service: string, event: string, room: string): readonly string[] {
  checkService(tree, service);
  const folder = `apps/${service}/src/${room}`;
  if (!tree.exists(`${folder}/index.ts`)) throw new GeneratorError(`${service} has no room ${room} with an index.ts.`);
  const contract = findContract(tree, event);
  const [, aggregate = '', fact = ''] = event.split('.');
  const on = toWords(`on-${aggregate}-${fact}`);
  if (tree.exists(`${folder}/${on.kebab}.consumer.ts`))
    throw new GeneratorError(`${folder}/${on.kebab}.consumer.ts is there already.`);
  writeTemplates(tree, 'consumer', folder, {
    file: on.kebab,
    on: on.camel,
    event,
    words: `${aggregate} ${fact.replaceAll('-', ' ')}`,
    ...contract,
  });
  subscribe(tree, `${folder}/index.ts`, event, on.camel, on.kebab);
  return [
    `npx nx test @bindery/${service}`.padEnd(36) + 'its tests, which pass now',
    `Say what is to be done about it, in ${folder}/${on.kebab}.consumer.ts: a use case that gets the transaction.`,
  ];
}

/** The key of an event and who publishes it, out of its declaration. */
function findContract(tree: Tree, event: string): { readonly key: string; readonly publisher: string } {
  const folder = 'libs/event-contracts/src';
  const families = tree
    .children(folder)
    .flatMap((name) =>
      tree.isFile(`${folder}/${name}`)
        ? []
        : tree.children(`${folder}/${name}`).map((file) => ({ publisher: name, path: `${folder}/${name}/${file}` })),
    );
  for (const { publisher, path } of families) {
    const source = parse(readText(tree, path));
    const declared = findNode(
      source,
      ts.isObjectLiteralExpression,
      (object) => valueOf(object, 'type')?.getText() === `'${event}'`,
    );
    if (declared) return { publisher, key: keyOf(source, declared) ?? 'accountId' };
  }
  throw new GeneratorError(`There is no event ${event}. docs/generated/events.md has those there are.`);
}

/** Written at the event, or once for all of the file. */
function keyOf(source: ts.SourceFile, contract: ts.ObjectLiteralExpression): string | undefined {
  const value = valueOf(contract, 'key') ?? initialiserOf(source, 'key');
  return value && ts.isStringLiteral(value) ? value.text : undefined;
}

/** Adds the handler to `subscriptions` of the room's feature, and `log` to what its `createX` takes of the foundation. */
function subscribe(tree: Tree, path: string, event: string, handler: string, file: string): void {
  editText(tree, path, (text) => {
    const source = parse(text);
    const feature = initialiserOf(source, 'feature');
    const create = findNode(source, ts.isFunctionDeclaration, ({ name }) => /^create[A-Z]/.test(name?.text ?? ''));
    const parameter = create?.parameters[0];
    if (!feature || !ts.isObjectLiteralExpression(feature) || !parameter)
      throw new GeneratorError(`${path} is not written as others are: no const feature in a createX(foundation).`);
    const { log, also } = logFrom(parameter.name);
    const line = `'${event}': ${handler}({ ${log === 'log' ? log : `log: ${log}`} })`;
    const subscriptions = valueOf(feature, 'subscriptions');
    const added =
      subscriptions && ts.isObjectLiteralExpression(subscriptions)
        ? propertyAfter(subscriptions, line)
        : propertyAfter(feature, `subscriptions: { ${line} }`);
    return addImport(insert(text, [added, ...also]), `import { ${handler} } from './${file}.consumer';`);
  });
}

/** How the log is reached: by the foundation's name, or as one more of the parts that are taken out of it. */
function logFrom(name: ts.BindingName) {
  if (ts.isIdentifier(name)) return { log: `${name.text}.log`, also: [] };
  const elements = [...name.elements].filter(ts.isBindingElement);
  const known = elements.some((element) => element.name.getText() === 'log');
  const last = elements.at(-1);
  return { log: 'log', also: known || !last ? [] : [{ at: last.getEnd(), text: ', log' }] };
}
