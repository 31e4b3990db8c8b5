import Negotiator from 'negotiator';

export const graphqlResponse = 'application/graphql-response+json';
const json = 'application/json';

/** Answers are UTF-8 whoever asks for it: a charset that says so asks for nothing else, and to a negotiator would be another type. */
export const withoutCharset = (accept: string | undefined): string | undefined =>
  accept?.replace(/;\s*charset\s*=\s*"?utf-?8"?/gi, '');

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
  new Negotiator({ headers: { accept: withoutCharset(accept) } }).mediaType(types);
