import { GraphQLError } from 'graphql';
import type { SubgraphDefinition } from './fake-subgraph';

const federation = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@cost"])';

/** What must never come out: it stands for all that a careless subgraph could put into an error. */
export const secretOfTheInside = 'SELECT pin FROM vault; 10.0.0.7';

export const identityDefinition: SubgraphDefinition = {
  name: 'identity',
  typeDefs: `${federation}
    type Query { viewer: Account  careless: String  expensive: String @cost(weight: 1000000) }
    type Mutation { touch: Boolean  requestUnbind: Boolean  logIn: Boolean  startChallenge: Boolean }
    type Account @key(fields: "id") { id: ID! displayName: String! viewer: Account }`,
  resolvers: {
    Mutation: { touch: () => true, requestUnbind: () => true, logIn: () => true, startChallenge: () => true },
    Query: {
      viewer: () => ({ id: 'account_1', displayName: 'Ada' }),
      careless: () => {
        throw new GraphQLError('Something went wrong here.', {
          extensions: {
            code: 'INTERNAL_SERVER_ERROR',
            correlationId: 'c-1',
            exception: { stacktrace: [secretOfTheInside] },
            sql: secretOfTheInside,
          },
        });
      },
    },
  },
};

export const bindingDefinition: SubgraphDefinition = {
  name: 'binding',
  typeDefs: `${federation}
    type Query { providers: [String!] }
    type Account @key(fields: "id") { id: ID! cards: [String!] }`,
  resolvers: {
    Query: { providers: () => ['seaside-bank'] },
    Account: { __resolveReference: ({ id }: { id: string }) => ({ id, cards: ['card_1'] }) },
  },
};

/** In place of identity’s: a graph that the gateway does not execute. */
export const contextTypeDefs = `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@context", "@fromContext"])
  type Query { viewer: Account }
  type Account @key(fields: "id") @context(name: "account") { id: ID! locale: String! card: Card }
  type Card @key(fields: "id") { id: ID! label(locale: String @fromContext(field: "$account { locale }")): String! }`;
