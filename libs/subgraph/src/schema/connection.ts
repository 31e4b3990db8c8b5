import { ArgsType, Directive, Field, Int, ObjectType, type ClassType } from 'type-graphql';

/** Relay Cursor Connections, both ways: https://relay.dev/graphql/connections.htm */

export const maximumFirst = 100;
const defaultFirst = 20;

@ArgsType()
export class ConnectionArgs {
  @Field(() => Int, { defaultValue: defaultFirst, description: `How many at most, 1 to ${maximumFirst}.` })
  first!: number;

  @Field(() => String, { nullable: true, description: 'The endCursor of the page before.' })
  after?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: `How many of the last ones at most, 1 to ${maximumFirst}; takes the place of first.`,
  })
  last?: number | null;

  @Field(() => String, { nullable: true, description: 'The startCursor of the page after.' })
  before?: string | null;
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

  @Field({ description: 'Whether there is more before this page.' })
  hasPreviousPage!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'Give this as `before`, with `last`, for the page before; null on an empty page.',
  })
  startCursor!: string | null;
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
