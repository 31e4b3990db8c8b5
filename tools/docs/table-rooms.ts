import ts from 'typescript';

/** Whose tables are whose: table → the room whose entity it is. */
export type TableRooms = ReadonlyMap<string, string>;

const roomOf = (file: string): string => /^apps\/[^/]+\/src\/([^/]+)\//.exec(file)?.[1] ?? '';

/** By the entities of one service, as path → source. */
export function tableRooms(entities: ReadonlyMap<string, string>): TableRooms {
  const found = [...entities].flatMap(([file, source]) =>
    [...source.matchAll(/@Entity\('(\w+)'\)/g)].map(([, table = '']): [string, string] => [table, roomOf(file)]),
  );
  return new Map(found);
}

/** Where a statement names tables: after these words, one or several with their aliases. */
const named =
  /\b(?:FROM|JOIN|UPDATE|INTO|USING|TABLE|ONLY)\s+((?:"?\w+"?(?:\s+(?:AS\s+)?(?!SET\b|ON\b|WHERE\b|JOIN\b)\w+)?\s*,\s*)*"?\w+"?)/gi;

/** The tables that the SQL of a source names, whatever it does with them. Text that is no SQL names none. */
export function tablesIn(source: string, known: Iterable<string>): ReadonlySet<string> {
  const tables = new Set(known);
  const texts = literalsOf(ts.createSourceFile('read.ts', source, ts.ScriptTarget.Latest, true)).filter(isSql);
  const words = texts
    .flatMap((text) => [...text.matchAll(named)])
    .flatMap(([, list = '']) => list.split(',').map((each) => each.trim().split(/\s+/)[0]?.replaceAll('"', '') ?? ''));
  return new Set(words.filter((word) => tables.has(word)));
}

const isSql = (text: string): boolean => /^\s*(SELECT|INSERT|UPDATE|DELETE|WITH|LOCK|FROM|JOIN|EXISTS)\b/i.test(text);

function literalsOf(node: ts.Node): string[] {
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isTemplateExpression(node)) {
    const text = [node.head.text, ...node.templateSpans.map((span) => span.literal.text)].join(' ? ');
    return [text, ...node.templateSpans.flatMap((span) => literalsOf(span.expression))];
  }
  const found: string[] = [];
  ts.forEachChild(node, (child) => void found.push(...literalsOf(child)));
  return found;
}

/** A file of one room whose SQL names a table of another. */
export interface Walk {
  readonly file: string;
  readonly tables: readonly string[];
}

/** What goes round the doors of a service, among its files as path → source. */
export const walksRoundDoors = (files: ReadonlyMap<string, string>, rooms: TableRooms): Walk[] =>
  [...files].flatMap(([file, source]) => {
    const tables = [...tablesIn(source, rooms.keys())].filter((table) => rooms.get(table) !== roomOf(file)).sort();
    return tables.length > 0 ? [{ file, tables }] : [];
  });
