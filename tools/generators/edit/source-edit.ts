import ts from 'typescript';

/** Puts text into a source at a place; later places first, so that earlier ones stay true. */
export interface Insertion {
  readonly at: number;
  readonly text: string;
}

export const parse = (text: string): ts.SourceFile =>
  ts.createSourceFile('edited.ts', text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TS);

export const insert = (text: string, insertions: readonly Insertion[]): string =>
  [...insertions]
    .sort((a, b) => b.at - a.at)
    .reduce((done, { at, text }) => done.slice(0, at) + text + done.slice(at), text);

/** The first node, from the top, that is such a one. */
export function findNode<Node extends ts.Node>(
  from: ts.Node,
  isIt: (node: ts.Node) => node is Node,
  also: (node: Node) => boolean = () => true,
): Node | undefined {
  if (isIt(from) && also(from)) return from;
  return ts.forEachChild(from, (child) => findNode(child, isIt, also));
}

/** One more import after those that are there. */
export function addImport(text: string, line: string): string {
  const imports = parse(text).statements.filter(ts.isImportDeclaration);
  const last = imports.at(-1);
  return last ? insert(text, [{ at: last.getEnd(), text: `\n${line}` }]) : `${line}\n${text}`;
}

/** One more element at the end of a list. */
export function elementAfter(list: ts.ArrayLiteralExpression, element: string): Insertion {
  const last = list.elements.at(-1);
  return last ? { at: last.getEnd(), text: `, ${element}` } : { at: list.getStart() + 1, text: element };
}

/** One more property at the end of an object. */
export function propertyAfter(object: ts.ObjectLiteralExpression, property: string): Insertion {
  const last = object.properties.at(-1);
  return last ? { at: last.getEnd(), text: `, ${property}` } : { at: object.getStart() + 1, text: property };
}

/** The list or object that a variable of this name is given, whatever `as` or `satisfies` follows. */
export function initialiserOf(source: ts.Node, name: string): ts.Expression | undefined {
  const declaration = findNode(source, ts.isVariableDeclaration, (node) => node.name.getText() === name);
  let value = declaration?.initializer;
  while (value && (ts.isAsExpression(value) || ts.isSatisfiesExpression(value))) value = value.expression;
  return value;
}

/** The value of a property of an object. */
export const valueOf = (object: ts.ObjectLiteralExpression, name: string): ts.Expression | undefined =>
  object.properties.filter(ts.isPropertyAssignment).find((property) => property.name.getText() === name)?.initializer;

/** The statement that a node stands in. */
export function statementOf(node: ts.Node): ts.Node {
  let at = node;
  while (!ts.isBlock(at.parent) && !ts.isSourceFile(at.parent)) at = at.parent;
  return at;
}
