import Negotiator from 'negotiator';

export const graphqlResponse = 'application/graphql-response+json';
const json = 'application/json';

/** The type of an answer for who accepts this; undefined where we have none. To who accepts anything it is plain JSON. */
export const answerTypeFor = (accept: string | undefined): string | undefined =>
  bestOf([json, graphqlResponse], accept);

/**
 * Whether who accepts this wants plain JSON and nothing newer at least as much. He cannot tell an answer of the graph from one of a proxy by its
 * status, so that 200 says it to him (GraphQL over HTTP, 6.4.1).
 */
export const wantsPlainJson = (accept: string | undefined): boolean => bestOf([graphqlResponse, json], accept) === json;

/** By what it accepts and how much, in the order of ours where it does not care. */
const bestOf = (types: string[], accept: string | undefined): string | undefined =>
  new Negotiator({ headers: { accept } }).mediaType(types);
