import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { limitRefusal, toGraphqlError } from '../../refusals/refusal';
import { requestLimits } from '../request-limits';
import { compileCost, type OperationCost } from './compile-cost';
import type { Variables } from './cost-term';
import { readCostWeights, type CostWeights } from './cost-weights';

/**
 * Refuses operations that would cost more than is allowed. What is fixed of a cost is worked out once for each document, for as long as
 * its parsed form is kept and the graph stays the same.
 */
export class CostLimit {
  private graph?: { readonly schema: GraphQLSchema; readonly weights: CostWeights };
  private compiled = new WeakMap<OperationDefinitionNode, OperationCost>();

  constructor(private readonly max: number = requestLimits.cost) {}

  /** The graph that is weighed by from now on. */
  weighBy(schema: GraphQLSchema, supergraphSdl: string): void {
    this.graph = { schema, weights: readCostWeights(supergraphSdl) };
    this.compiled = new WeakMap();
  }

  /** Throws the refusal. */
  refuseTooCostly(document: DocumentNode, operation: OperationDefinitionNode, variables: Variables): void {
    const points = this.costOf(document, operation)?.(variables);
    if (points && points > this.max) throw toGraphqlError(limitRefusal('TOO_COSTLY', this.max));
  }

  private costOf(document: DocumentNode, operation: OperationDefinitionNode): OperationCost | undefined {
    const before = this.compiled.get(operation);
    if (before || !this.graph) return before;
    const cost = compileCost(this.graph.schema, this.graph.weights, document, operation);
    this.compiled.set(operation, cost);
    return cost;
  }
}
