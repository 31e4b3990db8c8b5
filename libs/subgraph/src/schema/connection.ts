import { ArgsType, Directive, Field, Int, ObjectType, type ClassType } from 'type-graphql';
import { isWellFormed } from '@bindery/kernel';
import type { Page, PageRequest } from '@bindery/persistence';
import { argumentError } from './argument-error';

/** Relay Cursor Connections, forward only: https://relay.dev/graphql/connections.htm */

const defaultFirst = 20;
const maximumFirst = 100;
/** Characters of a cursor at most: every key of ours is far shorter. */
const longestCursor = 200;

@ArgsType()
export class ConnectionArgs {
  @Field(() => Int, { defaultValue: defaultFirst, description: `How many at most, 1 to ${maximumFirst}.` })
  first!: number;

  @Field(() => String, { nullable: true, description: 'The endCursor of the page before.' })
  after?: string | null;
}

@Directive('@shareable')
@ObjectType({ description: 'Where a page of a list stands.' })
export class PageInfo {
  @Field({ description: 'Whether there is more after this page.' })
  hasNextPage!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'Give this as `after` for the next page; null on an empty page.',
  })
  endCursor!: string | null;
}

export interface EdgeOf<Node> {
  cursor: string;
  node: Node;
}

export interface ConnectionOf<Node> {
  edges: EdgeOf<Node>[];
  pageInfo: PageInfo;
}

/** The connection and edge types of a node type, e.g. `CardConnection` and `CardEdge`. Extend the result to add fields. */
export function connectionOf<Node extends object>(
  name: string,
  node: () => ClassType<Node>,
): ClassType<ConnectionOf<Node>> {
  @ObjectType(`${name}Edge`, { description: `One ${name} of a list, with its place in it.` })
  class Edge {
    @Field({ description: 'The place of this item, for `after`.' })
    cursor!: string;

    @Field(node, { description: 'The item.' })
    node!: Node;
  }

  @ObjectType(`${name}Connection`, { description: `A page of a list of ${name}.` })
  class Connection {
    @Field(() => [Edge], { description: 'The items of this page, in order.' })
    edges!: Edge[];

    @Field({ description: 'Whether and where the list goes on.' })
    pageInfo!: PageInfo;
  }
  return Connection;
}

/** Checks `first` and opens the cursor; throws BAD_USER_INPUT on a page that cannot be. */
export function toPageRequest({ first, after }: ConnectionArgs): PageRequest {
  if (first < 1 || first > maximumFirst)
    throw argumentError({ en: `first is 1 to ${maximumFirst}.`, 'zh-CN': `first 的范围是 1 到 ${maximumFirst}。` });
  return { first, after: after == null ? undefined : openCursor(after) };
}

function openCursor(cursor: string): string {
  const key = cursor.length > longestCursor ? undefined : Buffer.from(cursor, 'base64url').toString();
  if (key === undefined || !isWellFormed(key) || toCursor(key) !== cursor)
    throw argumentError({
      en: 'after is the endCursor of a page before.',
      'zh-CN': 'after 必须是前一页的 endCursor。',
    });
  return key;
}

const toCursor = (key: string): string => Buffer.from(key).toString('base64url');

/** A connection out of a page of rows; `keyOf` names a row's place in the order, the same that `after` gets back. */
export function toConnection<Row, Node>(
  { rows, hasNextPage }: Page<Row>,
  keyOf: (row: Row) => string,
  toNode: (row: Row) => Node,
): ConnectionOf<Node> {
  const edges = rows.map((row) => ({ cursor: toCursor(keyOf(row)), node: toNode(row) }));
  return { edges, pageInfo: { hasNextPage, endCursor: edges.at(-1)?.cursor ?? null } };
}
