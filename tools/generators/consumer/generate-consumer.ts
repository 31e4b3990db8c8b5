import type { Tree } from '@nx/devkit';
import ts from 'typescript';
import { findNode, initialiserOf, parse, valueOf } from '../edit/source-edit';
import { wireConsumer } from '../edit/wire-consumer';
import { GeneratorError } from '../generator-error';
import { toWords } from '../words';
import { checkService, readText, writeTemplates } from '../workspace';

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
  wireConsumer(tree, `${folder}/index.ts`, { event, handler: on.camel, file: on.kebab });
  return [
    `npx nx test @bindery/${service}`.padEnd(36) + 'its tests, which pass now',
    `Say what is to be done about it, in ${folder}/${on.kebab}.consumer.ts: a use case that gets the transaction.`,
    `Name the event in apps/${service}/README.md, where it says whom the service talks to.`,
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
