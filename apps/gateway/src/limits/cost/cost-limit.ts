import type { ApolloServerPlugin } from '@apollo/server';
import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { limitRefusal, toGraphqlError } from '../../refusals/refusal';
import { requestLimits } from '../request-limits';
import { compileCost, type OperationCost } from './compile-cost';
import { readCostWeights, type CostWeights } from './cost-weights';

/**
 * Refuses an operation that would cost more than is allowed, before it is planned. What is fixed of a cost is worked out once for each
 * document, for as long as its parsed form is kept and the graph stays the same.
 */
export function createCostLimit(max: number = requestLimits.cost): ApolloServerPlugin {
  let graph: { readonly schema: GraphQLSchema; readonly weights: CostWeights } | undefined;
  let compiled = new WeakMap<OperationDefinitionNode, OperationCost>();

  function costOf(document: DocumentNode, operation: OperationDefinitionNode): OperationCost | undefined {
    const before = compiled.get(operation);
    if (before || !graph) return before;
    const cost = compileCost(graph.schema, graph.weights, document, operation);
    compiled.set(operation, cost);
    return cost;
  }

  return {
    async serverWillStart() {
      return {
        schemaDidLoadOrUpdate({ apiSchema, coreSupergraphSdl }) {
          graph = { schema: apiSchema, weights: readCostWeights(coreSupergraphSdl ?? '') };
          compiled = new WeakMap();
        },
      };
    },
    async requestDidStart() {
      return {
        async didResolveOperation({ document, operation, request }) {
          const points = operation && costOf(document, operation)?.(request.variables ?? {});
          if (points && points > max) throw toGraphqlError(limitRefusal('TOO_COSTLY', max));
        },
      };
    },
  };
}
