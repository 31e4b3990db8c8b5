import { operationFromDocument, type Supergraph } from '@apollo/federation-internals';
import { QueryPlanner, type QueryPlan } from '@apollo/query-planner';
import type { DocumentNode } from 'graphql';

/**
 * Finds out which subgraphs are asked for an operation, in which order and for what. Plans are spoken in the form of Apollo's
 * planner, which other planners write too.
 */
export interface Planner {
  /** Plans a document that is valid. Rejects for what cannot be planned, e.g. selections that would take too long. */
  plan(document: DocumentNode, operationName: string | undefined): Promise<QueryPlan>;
}

/** A composed graph as planners are given it. */
export interface PlannableGraph {
  /** For those that read it themselves, in another thread or language. */
  readonly sdl: string;
  /** As Apollo’s packages have read it. */
  readonly supergraph: Supergraph;
}

/** A planner for one composed graph. Throws or rejects when the graph cannot be planned over. */
export type CreatePlanner = (graph: PlannableGraph) => Planner | Promise<Planner>;

export const createApolloPlanner = ({ supergraph }: Pick<PlannableGraph, 'supergraph'>): Planner => {
  const planner = new QueryPlanner(supergraph);
  const api = supergraph.apiSchema();
  return {
    async plan(document, operationName) {
      return planner.buildQueryPlan(operationFromDocument(api, document, { operationName }));
    },
  };
};
