import type { Tree } from '@nx/devkit';
import ts from 'typescript';
import { addImport, elementAfter, initialiserOf, insert, parse, propertyAfter } from '../edit/source-edit';
import { wireFeature } from '../edit/wire-feature';
import { GeneratorError } from '../generator-error';
import { pluralOf, toWords, type Words } from '../words';
import { checkService, editText, readText, refuseExisting, writeTemplates } from '../workspace';

interface Options {
  readonly plural?: string;
}

/** A room about things that an account has: a table, a use case, a read, a query and a mutation, and their tests. */
export function generateFeature(tree: Tree, service: string, thing: string, options: Options): readonly string[] {
  const one = toWords(thing);
  const many = toWords(options.plural ?? pluralOf(thing));
  if (one.kebab === many.kebab) throw new GeneratorError(`Say what more than one ${one.words} is called: --plural`);
  checkService(tree, service);
  refuseExisting(tree, `apps/${service}/src/${many.kebab}`);
  refuseKnownType(tree, one.type);
  const { fixture, start } = findFixture(tree, service);
  const signedIn = asksForSessions(tree, service);
  writeTemplates(tree, 'feature', `apps/${service}/src/${many.kebab}`, {
    thing: one.kebab,
    things: many.kebab,
    one,
    many,
    fixture,
    start,
    signedIn,
  });
  addMigration(tree, service, one, many);
  wireFeature(tree, {
    service,
    room: many.kebab,
    camel: many.camel,
    type: many.type,
    needs: signedIn ? '{ ...sessions, ...viewer }' : undefined,
  });
  addRootFields(tree, one, many);
  return [
    'npm run generate                    the schema, the supergraph and all else that is made of names',
    `npx nx test @bindery/${service}`.padEnd(36) + 'its tests, which pass now',
    `Then give ${many.words} the fields they have, in apps/${service}/src/${many.kebab},`,
    `and the room its row in “The rooms” of apps/${service}/README.md.`,
  ];
}

/** A type of the graph belongs to one service. */
function refuseKnownType(tree: Tree, type: string): void {
  if (
    new RegExp(`^(type|interface|enum|union|scalar) ${type}\\b`, 'm').test(
      readText(tree, 'apps/gateway/supergraph.graphql'),
    )
  )
    throw new GeneratorError(`The graph has a type ${type} already.`);
}

/** In identity the session of whoever asks is looked up in the same transaction: a plain `once` would work after it was ended. */
function asksForSessions(tree: Tree, service: string): boolean {
  const sessions = `apps/${service}/src/sessions/index.ts`;
  return tree.exists(sessions) && readText(tree, sessions).includes('OnceSignedIn');
}

/** The file of `src/testing/` that starts the service in a test. */
function findFixture(tree: Tree, service: string): { fixture: string; start: string } {
  const folder = `apps/${service}/src/testing`;
  for (const file of tree.children(folder)) {
    const text = readText(tree, `${folder}/${file}`);
    const start = /export (?:async function|const) (start\w+)/.exec(text)?.[1];
    if (text.includes('startTestSubgraph(') && start) return { fixture: file.replace(/\.ts$/, ''), start };
  }
  throw new GeneratorError(`No file of ${folder} starts the service by startTestSubgraph, so no test could be made.`);
}

function addMigration(tree: Tree, service: string, one: Words, many: Words): void {
  const folder = `apps/${service}/migrations`;
  const numbers = tree.children(folder).flatMap((file) => Number(/^(\d+)-/.exec(file)?.[1] ?? 0));
  const number = Math.max(...numbers) + 1;
  writeTemplates(tree, 'migration', folder, { one, many, number, kebab: many.kebab });
  const name = `Create${many.type}${number}`;
  editText(tree, `${folder}/index.ts`, (text) => {
    const list = initialiserOf(parse(text), 'migrations');
    if (!list || !ts.isArrayLiteralExpression(list))
      throw new GeneratorError(`${folder}/index.ts lists no migrations.`);
    return addImport(
      insert(text, [elementAfter(list, name)]),
      `import { ${name} } from './${number}-create-${many.kebab}';`,
    );
  });
  editText(tree, `${folder}/app-rights.ts`, (text) => {
    const rights = initialiserOf(parse(text), 'appRights');
    if (!rights || !ts.isObjectLiteralExpression(rights))
      throw new GeneratorError(`${folder}/app-rights.ts has no appRights.`);
    return insert(text, [propertyAfter(rights, `${one.snake}: { insert: true }`)]);
  });
}

/** The end-to-end tests want to know of every root field who may call it. */
function addRootFields(tree: Tree, one: Words, many: Words): void {
  editText(tree, 'apps/e2e/src/testing/root-fields.ts', (text) => {
    const fields = initialiserOf(parse(text), 'rootFields');
    if (!fields) throw new GeneratorError('apps/e2e/src/testing/root-fields.ts has no rootFields.');
    const entries = [
      `${many.camel}: { document: 'query Test { ${many.camel} { edges { node { id } } } }', anonymous: 'refused' },`,
      `add${one.type}: { document: mutation('add${one.type}'), about: () => input({ title: 'one' }), anonymous: 'refused' },`,
    ];
    return insert(text, [{ at: fields.getEnd() - 1, text: `\n${entries.join('\n')}\n` }]);
  });
}
