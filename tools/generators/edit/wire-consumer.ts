import ts from 'typescript';
import type { Tree } from '@nx/devkit';
import { GeneratorError } from '../generator-error';
import { editText } from '../workspace';
import {
  addImport,
  findNode,
  initialiserOf,
  insert,
  parse,
  propertyAfter,
  valueOf,
  type Insertion,
} from './source-edit';

interface Subscription {
  readonly event: string;
  /** The function that makes the handler, and the file that exports it. */
  readonly handler: string;
  readonly file: string;
}

/** Adds a handler to `subscriptions` of a room's feature, and `log` to what its `createX` takes of the foundation. */
export function wireConsumer(tree: Tree, path: string, { event, handler, file }: Subscription): void {
  editText(tree, path, (text) => {
    const source = parse(text);
    const feature = findFeature(source);
    const foundation = findCreate(source)?.parameters[0];
    if (!feature || !foundation)
      throw new GeneratorError(`${path} is not written as others are: no feature made by a createX.`);
    const { log, also } = logOf(foundation, path);
    const line = `'${event}': ${handler}({ ${log === 'log' ? log : `log: ${log}`} })`;
    const subscriptions = valueOf(feature, 'subscriptions');
    if (subscriptions && !ts.isObjectLiteralExpression(subscriptions))
      throw new GeneratorError(`${path} has subscriptions that are no list of their own. Add there: ${line}`);
    const added = propertyAfter(subscriptions ?? feature, subscriptions ? line : `subscriptions: { ${line} }`);
    return addImport(insert(text, [added, ...also]), `import { ${handler} } from './${file}.consumer';`);
  });
}

/** `const feature: Feature = { … }`, or `feature: { … } satisfies Feature` of what is answered. */
function findFeature(source: ts.SourceFile): ts.ObjectLiteralExpression | undefined {
  const property = findNode(source, ts.isPropertyAssignment, ({ name }) => name.getText() === 'feature');
  let value = initialiserOf(source, 'feature') ?? property?.initializer;
  while (value && (ts.isSatisfiesExpression(value) || ts.isAsExpression(value))) value = value.expression;
  return value && ts.isObjectLiteralExpression(value) ? value : undefined;
}

function findCreate(source: ts.SourceFile): ts.SignatureDeclaration | undefined {
  const isCreate = (name: string | undefined) => /^create[A-Z]/.test(name ?? '');
  const made = findNode(source, ts.isFunctionDeclaration, ({ name }) => isCreate(name?.text));
  const arrow = findNode(source, ts.isVariableDeclaration, ({ name }) => isCreate(name.getText()))?.initializer;
  return made ?? (arrow && ts.isArrowFunction(arrow) ? arrow : undefined);
}

/** How the log is reached: by the foundation's name, or as one more of the parts that are taken out of it. */
function logOf({ name, type }: ts.ParameterDeclaration, path: string): { log: string; also: readonly Insertion[] } {
  if (ts.isIdentifier(name)) return { log: `${name.text}.log`, also: [] };
  const elements = [...name.elements].filter(ts.isBindingElement);
  const last = elements.at(-1);
  if (!last || elements.some((element) => element.name.getText() === 'log')) return { log: 'log', also: [] };
  const taken = { at: last.getEnd(), text: ', log' };
  if (type?.getText() === 'Foundation') return { log: 'log', also: [taken] };
  const picked = /^Pick<Foundation, [^>]*(?=>$)/.exec(type?.getText() ?? '');
  if (!picked || !type) throw new GeneratorError(`${path} does not take the Foundation, so there is no log to be had.`);
  return { log: 'log', also: [taken, { at: type.getEnd() - 1, text: " | 'log'" }] };
}
