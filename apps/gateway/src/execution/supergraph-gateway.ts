import type {
  GatewayExecutionResult,
  GatewayGraphQLRequestContext,
  GatewayInterface,
  GatewayLoadResult,
  GatewaySchemaLoadOrUpdateCallback,
  GatewayUnsubscriber,
} from '@apollo/server-gateway-interface';
import type { GraphQLSchema } from 'graphql';
import { ok, type Result } from '@bindery/kernel';
import { buildGraph, type SupergraphBroken } from './graph';
import { othersTurn } from './others-turn';
import type { CreatePlanner } from './planner';
import { PlannedOperations, type OperationToPlan } from './planned-operations';
import type { Subgraphs } from './subgraph';
import { isWarmUp } from './warming-up';

/** Brings the text of the supergraph, now and whenever it changes. */
export interface SupergraphSource {
  /** Resolves with what ends it, once the first text is taken over; rejects when there is none or it is refused. */
  follow(takeOver: TakeOver): Promise<() => void>;
}

export type TakeOver = (sdl: string) => Promise<Result<void, SupergraphBroken>>;

export interface SupergraphGatewayOptions {
  readonly source: SupergraphSource;
  readonly subgraphs: Subgraphs;
  /** Operations that are planned for a graph before it serves. */
  readonly registered: readonly OperationToPlan[];
  /** Operations that are kept planned besides, at most. */
  readonly othersMax: number;
  readonly createPlanner: CreatePlanner;
}

/**
 * What stands behind Apollo Server: the graph out of a supergraph's text, and the executor that asks the subgraphs by compiled plans.
 * A new supergraph is built and planned for beside the requests, and serves when it is ready; operations that were begun with the
 * graph before end with it.
 */
export class SupergraphGateway implements GatewayInterface {
  /** By the schema that the server was given with it; a graph goes when nobody uses its schema any more. */
  private readonly operations = new WeakMap<GraphQLSchema, PlannedOperations>();
  private readonly listeners = new Set<GatewaySchemaLoadOrUpdateCallback>();
  private stopFollowing?: () => void;
  private current?: GraphQLSchema;

  constructor(private readonly options: SupergraphGatewayOptions) {}

  /** What clients see now; undefined before `load`. */
  get schema(): GraphQLSchema | undefined {
    return this.current;
  }

  onSchemaLoadOrUpdate(listener: GatewaySchemaLoadOrUpdateCallback): GatewayUnsubscriber {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  async load(): Promise<GatewayLoadResult> {
    this.stopFollowing = await this.options.source.follow((sdl) => this.takeOver(sdl));
    return { executor: (request) => this.execute(request) };
  }

  async stop(): Promise<void> {
    this.stopFollowing?.();
  }

  private async takeOver(sdl: string): Promise<Result<void, SupergraphBroken>> {
    const { subgraphs, registered, othersMax, createPlanner } = this.options;
    const built = await buildGraph(sdl, new Set(Object.keys(subgraphs)), createPlanner);
    if (!built.ok) return built;
    const { schema } = built.value;
    await othersTurn();
    const operations = new PlannedOperations(built.value, registered.length + othersMax);
    await planAhead(operations, registered);
    this.operations.set(schema, operations);
    this.current = schema;
    for (const listener of this.listeners) listener({ apiSchema: schema, coreSupergraphSdl: sdl });
    return ok(undefined);
  }

  private async execute(incoming: GatewayGraphQLRequestContext): Promise<GatewayExecutionResult> {
    const { request, context, document, queryHash, schema, operationName } = incoming;
    const operations = this.operations.get(schema);
    if (!operations) throw new Error('a request came with a schema that no supergraph brought');
    const operation = await operations.get({ hash: queryHash, document, operationName: operationName ?? undefined });
    const { variables } = request;
    const errors = operation.mistakesIn(variables);
    if (errors.length > 0) return { errors };
    if (isWarmUp(context)) return { data: null };
    const result = await operation.run({ services: this.options.subgraphs, variables, context });
    return result as GatewayExecutionResult;
  }
}

/** Requests have their turn between two plans. What does not fit the graph is found by the warm-up, which tells it. */
async function planAhead(operations: PlannedOperations, registered: readonly OperationToPlan[]): Promise<void> {
  for (const each of registered) {
    await operations.get(each, true).catch(() => undefined);
    await othersTurn();
  }
}
