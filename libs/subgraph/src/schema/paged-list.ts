import { createHash } from 'node:crypto';
import { isId, isWellFormed } from '@bindery/kernel';
import type { Page, PageRequest } from '@bindery/persistence';
import { argumentError } from './argument-error';
import { maximumFirst, type ConnectionArgs, type ConnectionOf } from './connection';

/** Characters of a cursor at most: every key of ours is far shorter. */
const longestCursor = 200;
/** Characters of the mark that a cursor has of its list: 48 bits, so that two lists are not taken for each other by chance. */
const markLength = 8;

interface ListOptions<Row> {
  /** Its coordinate in the graph, e.g. `Card.usage`. */
  readonly name: string;
  /** Whose list it is and what it is filtered by, as plain JSON: a cursor of another one has no place in it. */
  readonly of: readonly unknown[];
  /** The place of a row in the order of the list. */
  readonly keyOf: (row: Row) => string;
  /** Whether a text can be such a place; what is none never reaches a query. */
  readonly isKey: (key: string) => boolean;
}

/** One list of one thing, as a connection shows it a page at a time. */
export interface PagedList<Row> {
  /** What is asked for. Throws BAD_USER_INPUT on a page that cannot be, and on a cursor that this list did not give out. */
  toPageRequest(args: ConnectionArgs): PageRequest;
  toConnection<Node>(page: Page<Row>, toNode: (row: Row) => Node): ConnectionOf<Node>;
}

/** A cursor is the mark of its list and the key of its row. It is no secret and no permission: what a list shows is decided where it is read. */
export function pagedList<Row>({ name, of, keyOf, isKey }: ListOptions<Row>): PagedList<Row> {
  const mark = createHash('sha256')
    .update(JSON.stringify([name, ...of]))
    .digest('base64url')
    .slice(0, markLength);
  const toCursor = (key: string): string => Buffer.from(mark + key).toString('base64url');

  function openCursor(argument: 'after' | 'before', cursor: string | null | undefined): string | undefined {
    if (cursor == null) return undefined;
    const text = cursor.length > longestCursor ? '' : Buffer.from(cursor, 'base64url').toString();
    const key = text.slice(markLength);
    if (toCursor(key) === cursor && isWellFormed(key) && isKey(key)) return key;
    throw argumentError({ en: `${argument} is a cursor of this list.`, 'zh-CN': `${argument} 必须是此列表的游标。` });
  }

  return {
    toPageRequest({ first, last, after, before }) {
      checkSize('first', first);
      if (last != null) checkSize('last', last);
      return {
        first: last ?? first,
        after: openCursor('after', after),
        before: openCursor('before', before),
        fromEnd: last != null,
      };
    },
    toConnection({ rows, hasNextPage, hasPreviousPage }, toNode) {
      const edges = rows.map((row) => ({ cursor: toCursor(keyOf(row)), node: toNode(row) }));
      const [startCursor, endCursor] = [edges.at(0)?.cursor ?? null, edges.at(-1)?.cursor ?? null];
      return { edges, pageInfo: { hasNextPage, endCursor, hasPreviousPage, startCursor } };
    },
  };
}

/** A list in the order of its ids, which is that in which they were made. */
export const pagedById = <Row extends { readonly id: string }>(
  type: string,
  list: Pick<ListOptions<Row>, 'name' | 'of'>,
): PagedList<Row> => pagedList({ ...list, keyOf: ({ id }) => id, isKey: (key) => isId(type, key) });

/** A connection that also tells how many there are in all; counted only where it is asked for. */
export function withTotal<Connection extends object>(
  connection: Connection,
  count: () => Promise<number>,
): Connection & { readonly totalCount: Promise<number> } {
  return Object.defineProperty(connection, 'totalCount', { enumerable: true, get: count }) as never;
}

function checkSize(argument: 'first' | 'last', size: number): void {
  if (size < 1 || size > maximumFirst)
    throw argumentError({
      en: `${argument} is 1 to ${maximumFirst}.`,
      'zh-CN': `${argument} 的范围是 1 到 ${maximumFirst}。`,
    });
}
