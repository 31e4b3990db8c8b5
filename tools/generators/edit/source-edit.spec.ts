import ts from 'typescript';
import {
  addImport,
  elementAfter,
  findNode,
  initialiserOf,
  insert,
  parse,
  propertyAfter,
  statementOf,
} from './source-edit';

const listIn = (text: string) => initialiserOf(parse(text), 'all') as ts.ArrayLiteralExpression;
const objectIn = (text: string) => initialiserOf(parse(text), 'all') as ts.ObjectLiteralExpression;

describe('edits of sources', () => {
  it('put an import after those that are there, or first', () => {
    const line = "import { b } from './b';";
    expect(addImport("import { a } from './a';\n\na();\n", line)).toBe(`import { a } from './a';\n${line}\n\na();\n`);
    expect(addImport('a();\n', line)).toBe(`${line}\na();\n`);
  });

  it.each([
    ['const all = [];', 'const all = [x];'],
    ['const all: readonly A[] = [a, b] as const;', 'const all: readonly A[] = [a, b, x] as const;'],
    ['const all = [\n  a,\n  b,\n] satisfies A[];', 'const all = [\n  a,\n  b, x,\n] satisfies A[];'],
  ])('put an element at the end of %s', (text, wanted) => {
    expect(insert(text, [elementAfter(listIn(text), 'x')])).toBe(wanted);
  });

  it.each([
    ['const all = {};', 'const all = {x: 1};'],
    ['const all = { a: 1, ...b };', 'const all = { a: 1, ...b, x: 1 };'],
  ])('put a property at the end of %s', (text, wanted) => {
    expect(insert(text, [propertyAfter(objectIn(text), 'x: 1')])).toBe(wanted);
  });

  it('keep places true when there are several in one text', () => {
    expect(
      insert('abc', [
        { at: 1, text: '1' },
        { at: 3, text: '3' },
      ]),
    ).toBe('a1bc3');
  });

  it('find the statement that something stands in', () => {
    const source = parse('function f() {\n  const a = 1;\n  return g([a]);\n}');
    const list = findNode(source, ts.isArrayLiteralExpression);
    expect(list && statementOf(list).getText()).toBe('return g([a]);');
  });
});
