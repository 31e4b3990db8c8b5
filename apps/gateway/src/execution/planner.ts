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

/** A planner for one composed graph. Throws when the graph cannot be planned over. */
export type CreatePlanner = (supergraph: Supergraph) => Planner;

export const createApolloPlanner: CreatePlanner = (supergraph) => {
  const planner = new QueryPlanner(supergraph);
  const api = supergraph.apiSchema();
  return {
    async plan(document, operationName) {
      return planner.buildQueryPlan(operationFromDocument(api, document, { operationName }));
    },
  };
};
