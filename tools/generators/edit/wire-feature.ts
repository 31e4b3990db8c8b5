import ts from 'typescript';
import type { Tree } from '@nx/devkit';
import { GeneratorError } from '../generator-error';
import { editText } from '../workspace';
import { addImport, elementAfter, findNode, initialiserOf, insert, parse, statementOf } from './source-edit';

interface Room {
  readonly service: string;
  /** The folder, e.g. `savings-goals`. */
  readonly room: string;
  /** Its name in code, e.g. `savingsGoals`, `SavingsGoals`. */
  readonly camel: string;
  readonly type: string;
  /** What it is made of besides the foundation. */
  readonly needs?: string;
}

/** Names a new room in the two files of its service that know all rooms: its classes, and what it makes. */
export function wireFeature(tree: Tree, { service, room, camel, type, needs }: Room): void {
  const src = `apps/${service}/src`;
  editText(tree, `${src}/features.ts`, (text) => {
    const list = initialiserOf(parse(text), 'featureClasses');
    if (!list || !ts.isArrayLiteralExpression(list)) throw unknownShape(`${src}/features.ts`, `${camel}Classes`);
    return addImport(
      insert(text, [elementAfter(list, `${camel}Classes`)]),
      `import { ${camel}Classes } from './${room}';`,
    );
  });
  editText(tree, `${src}/composition-root.ts`, (text) => {
    const { list, element } = findFeatureList(text) ?? {};
    if (!list || !element) throw unknownShape(`${src}/composition-root.ts`, `create${type}(foundation)`);
    const made = {
      at: statementOf(list).getStart(),
      text: `const ${camel} = create${type}(foundation${needs ? `, ${needs}` : ''});\n`,
    };
    return addImport(
      insert(text, [elementAfter(list, element(camel)), made]),
      `import { create${type} } from './${room}';`,
    );
  });
}

const unknownShape = (file: string, what: string) =>
  new GeneratorError(
    `${file} is not written as others are, so nothing was made. It lists no features to add ${what} to.`,
  );

/** The features that `composeService` is given: `[a.feature, b.feature]` or `[a, b].map(({ feature }) => feature)`, by name or as they are. */
function findFeatureList(
  text: string,
): { list: ts.ArrayLiteralExpression; element: (camel: string) => string } | undefined {
  const source = parse(text);
  const byName = (given: ts.Expression | undefined) =>
    given && ts.isIdentifier(given) ? initialiserOf(source, given.text) : given;
  const call = findNode(source, ts.isCallExpression, ({ expression }) => expression.getText() === 'composeService');
  const given = byName(call?.arguments[1]);
  if (!given) return undefined;
  if (ts.isArrayLiteralExpression(given)) return { list: given, element: (camel) => `${camel}.feature` };
  const mapped = ts.isCallExpression(given) && ts.isPropertyAccessExpression(given.expression) && given.expression;
  const list = mapped && mapped.name.text === 'map' ? byName(mapped.expression) : undefined;
  return list && ts.isArrayLiteralExpression(list) ? { list, element: (camel) => camel } : undefined;
}
