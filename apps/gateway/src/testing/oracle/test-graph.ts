import type { GraphQLFieldResolver } from 'graphql';
import type { Wishes } from '../random-query';

export type Thing = Readonly<Record<string, unknown>>;

/** Type → field → what answers it, as `@apollo/subgraph` takes it. */
export type Resolvers = Readonly<Record<string, Readonly<Record<string, Resolver>>>>;
export type Resolver = (source: never, args: never) => unknown;

export interface TestSubgraph {
  readonly name: string;
  readonly typeDefs: string;
  readonly resolvers: Resolvers;
}

export interface Case {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  /** Where GraphQL.js and we answer differently, and why we do. */
  readonly differs?: string;
}

/** A small graph in subgraphs, and what answers its fields where it is one schema over the same things. */
export interface TestGraph {
  readonly name: string;
  readonly subgraphs: readonly TestSubgraph[];
  /** Fields that are not found on the thing itself. */
  readonly whole: Resolvers;
  readonly cases: readonly (string | Case)[];
  readonly wishes?: Wishes;
  /** Labels of `@override` that are on. */
  readonly labels?: readonly string[];
  /** The planner is broken off after so long, where it comes to no end. */
  readonly planningMs?: number;
}

export type AnyResolver = GraphQLFieldResolver<unknown, unknown>;
