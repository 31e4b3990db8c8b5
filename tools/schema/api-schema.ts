import { Supergraph } from '@apollo/federation-internals';
import { buildSchema, lexicographicSortSchema, printSchema, type GraphQLSchema } from 'graphql';

/** The schema that a client sees, as SDL in the order of the alphabet: the supergraph without what only the gateway needs. */
export function toApiSdl(supergraphSdl: string): string {
  const schema = Supergraph.build(supergraphSdl, { validateSupergraph: false }).apiSchema().toGraphQLJSSchema();
  return `${printSchema(lexicographicSortSchema(schema))}\n`;
}

/** The same, ready to be looked into. */
export const toApiSchema = (supergraphSdl: string): GraphQLSchema => buildSchema(toApiSdl(supergraphSdl));
