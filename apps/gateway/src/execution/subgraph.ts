import type { GraphQLFormattedError } from 'graphql';

/** What a fetch of a plan asks. */
export interface SubgraphRequest {
  readonly query: string;
  readonly operationName?: string;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Of a fetch of entities: whether what says it is of type `found` may be what was asked for as `asked`. */
  readonly mayBe?: (found: string, asked: string) => boolean;
}

export interface SubgraphAnswer {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly GraphQLFormattedError[];
}

/** A subgraph as plans ask it. Rejects where it does not answer; that is an error of the whole answer then. */
export interface Subgraph {
  process(ask: { readonly request: SubgraphRequest; readonly context: unknown }): Promise<SubgraphAnswer>;
}

/** By name. */
export type Subgraphs = Readonly<Record<string, Subgraph>>;
