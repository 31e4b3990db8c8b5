import { isSpecifiedScalarType, type GraphQLNamedType, type GraphQLSchema } from 'graphql';

/** One place where the graph breaks one of its rules. */
export interface Finding {
  /** Schema coordinate, e.g. `Mutation.logIn(input:)`. */
  readonly at: string;
  readonly problem: string;
}

/** Looks through the whole graph for breaches of one rule. */
export type SchemaRule = (schema: GraphQLSchema) => readonly Finding[];

/** The types that are the graph's own: not those of GraphQL itself. */
export const ownTypes = (schema: GraphQLSchema): readonly GraphQLNamedType[] =>
  Object.values(schema.getTypeMap()).filter((type) => !type.name.startsWith('__') && !isSpecifiedScalarType(type));
