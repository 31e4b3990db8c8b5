import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';

const federation = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])';

/** Enough of a graph to read over two subgraphs and to write to one. */
export const smallGraph = {
  identity: `${federation}
    type Query { viewer: Account! }
    type Mutation { write(key: ID!): ID! }
    type Account @key(fields: "id") { id: ID! name: String! }`,
  binding: `${federation}
    type Account @key(fields: "id") { id: ID! cards: [String!]! }`,
} as const;

export type SmallSubgraph = keyof typeof smallGraph;

export function composeSmallGraph(): string {
  const { supergraphSdl, errors } = composeServices(
    Object.entries(smallGraph).map(([name, sdl]) => ({ name, url: `http://${name}`, typeDefs: parse(sdl) })),
  );
  if (!supergraphSdl) throw new Error(errors?.join('\n'));
  return supergraphSdl;
}
