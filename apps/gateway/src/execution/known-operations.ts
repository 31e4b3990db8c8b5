import type { ServiceMap } from '@apollo/gateway/dist/executeQueryPlan';
import type { OperationContext } from '@apollo/gateway/dist/operationContext';
import type { QueryPlan } from '@apollo/query-planner';
import { Kind, type DocumentNode, type GraphQLSchema } from 'graphql';
import { getVariableValues } from 'graphql/execution/values';
import type { CostLimit } from '../limits/cost/cost-limit';
import type { OperationResult } from './compile-operation';
import { compiledOf } from './install-executor';
import type { Subgraphs } from './subgraph';

type Variables = Readonly<Record<string, unknown>>;

/** An operation that was parsed, validated and planned for the graph as it is now. */
export interface KnownOperation {
  readonly kind: 'query' | 'mutation' | 'subscription';
  /** Whether it may be executed with these: they fit their types and do not make it too costly. */
  accepts(variables: Variables | undefined): boolean;
  run(variables: Variables | undefined, context: unknown): Promise<OperationResult>;
}

/** What the library tells of an operation that it is about to execute. */
export interface ResolvedPlan {
  readonly queryPlan: QueryPlan;
  readonly serviceMap: ServiceMap;
  readonly operationContext: OperationContext;
  readonly requestContext: {
    readonly source: string;
    readonly document: DocumentNode;
    readonly request: { readonly operationName?: string };
  };
}

/**
 * Registered operations by text and name, once they went through the whole server in the warm-up. What is found here needs no part of it
 * again; a text that is not found, or that the graph of now was not asked yet, goes the long way.
 */
export class KnownOperations {
  private readonly byText = new Map<
    string,
    Map<string | undefined, { readonly schema: GraphQLSchema; readonly operation: KnownOperation }>
  >();

  /** `currentSchema` is the graph that is served now. */
  constructor(
    private readonly currentSchema: () => GraphQLSchema | undefined,
    private readonly cost: CostLimit,
  ) {}

  remember(resolved: ResolvedPlan): void {
    const { source, document, request } = resolved.requestContext;
    const { schema } = resolved.operationContext;
    const known = { schema, operation: this.toKnown(resolved) };
    const ofText = this.byText.get(source) ?? new Map<string | undefined, typeof known>();
    this.byText.set(source, ofText);
    ofText.set(request.operationName, known);
    // The only operation of a document needs not be named.
    if (document.definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION).length === 1)
      ofText.set(undefined, known);
  }

  find(text: string, operationName: string | undefined): KnownOperation | undefined {
    const known = this.byText.get(text)?.get(operationName);
    if (!known || known.schema === this.currentSchema()) return known?.operation;
    // Of a graph that is served no more; the warm-up brings it again if it still fits.
    this.byText.delete(text);
    return undefined;
  }

  private toKnown({
    queryPlan,
    serviceMap,
    operationContext: { schema, operation },
    requestContext: { document },
  }: ResolvedPlan): KnownOperation {
    const { variableDefinitions = [] } = operation;
    return {
      kind: operation.operation,
      accepts: (variables = {}) =>
        compiledOf(queryPlan) !== undefined &&
        (variableDefinitions.length === 0 || !getVariableValues(schema, variableDefinitions, variables).errors) &&
        this.cost.allows(document, operation, variables),
      async run(variables, context) {
        const run = compiledOf(queryPlan);
        if (!run) throw new Error('an operation was run that is not accepted');
        return run({ services: serviceMap as Subgraphs, variables, context });
      },
    };
  }
}
