import { posix } from 'node:path';
import ts from 'typescript';

/** Where files of a project may stand that others read by their path. */
const fromTheRoot = /^(?:\.\/)?(?:apps|libs|tools|infra|docs)\//;

/** Functions that make a path out of parts. */
const joining = new Set(['join', 'resolve']);

/**
 * The paths that a source names by themselves, not by an import: `join(__dirname, '../…')`, `join(root, 'apps/…')` and texts that begin
 * as paths from the root do. Each is told from the root of the repository, with `*` for what is known only when it runs.
 */
export function pathsNamedIn(file: string, text: string): string[] {
  // Most sources name none, and to parse all of them takes long.
  if (!/__dirname|\broot\b|['"`](?:\.\/)?(?:apps|libs|tools|infra|docs)\//.test(text)) return [];
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const roots = new Set<string>();
  const paths = new Set<string>();
  const add = (path: string) => {
    // Of a place that is known only when it runs nothing can be said here.
    if (/[^*./]/.test(path) && !path.startsWith('..')) paths.add(path);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportSpecifier(node) && node.name.text === 'root') roots.add('root');
    const made = ts.isCallExpression(node) ? pathMadeBy(node, file, roots) : undefined;
    if (made !== undefined) {
      if (made === '.' && ts.isVariableDeclaration(node.parent)) roots.add(node.parent.name.getText());
      add(made);
    }
    const said = textOf(node);
    if (said !== undefined && fromTheRoot.test(said)) add(posix.normalize(said));
    ts.forEachChild(node, visit);
  };
  visit(source);
  return [...paths].sort();
}

/** The path that a call of `join` or `resolve` makes of a place that is known; undefined for every other call. */
function pathMadeBy(call: ts.CallExpression, file: string, roots: ReadonlySet<string>): string | undefined {
  const called = call.expression;
  const name = ts.isPropertyAccessExpression(called) ? called.name.text : called.getText();
  const [first, ...rest] = call.arguments;
  if (!joining.has(name) || !first || rest.length === 0) return undefined;
  const begin = first.getText() === '__dirname' ? posix.dirname(file) : roots.has(first.getText()) ? '.' : undefined;
  if (begin === undefined) return undefined;
  return posix.join(begin, ...rest.map((part) => textOf(part) ?? '*'));
}

/** A text of the source, with `*` for what is put in. */
function textOf(node: ts.Node): string | undefined {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return undefined;
  return node.head.text + node.templateSpans.map(({ literal }) => `*${literal.text}`).join('');
}

/** What a source imports, by its names. */
export const importsIn = (text: string): string[] =>
  ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => fileName);
