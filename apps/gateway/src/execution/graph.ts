import { Supergraph } from '@apollo/federation-internals';
import type { GraphQLSchema } from 'graphql';
import { err, ok, type Result } from '@bindery/kernel';
import { fieldsFromContext } from './operation/from-context';
import { othersTurn } from './others-turn';
import type { CreatePlanner, Planner } from './planner';

/** A composed graph, ready to be planned over. */
export interface Graph {
  readonly sdl: string;
  /** What clients see. */
  readonly schema: GraphQLSchema;
  /** With what joins the subgraphs. */
  readonly supergraph: GraphQLSchema;
  readonly planner: Planner;
}

export interface SupergraphBroken {
  readonly kind: 'SUPERGRAPH_BROKEN';
  readonly reason: string;
}

/**
 * The graph of a supergraph's text, when it parses, is valid, can be planned over, and each of its subgraphs is one of these. It is built
 * in steps with turns between: a gateway that serves must not keep its requests waiting so long that they run out of time.
 */
export async function buildGraph(
  sdl: string,
  subgraphs: ReadonlySet<string>,
  createPlanner: CreatePlanner,
): Promise<Result<Graph, SupergraphBroken>> {
  try {
    const built = Supergraph.build(sdl, { validateSupergraph: true });
    const strangers = built.subgraphsMetadata().flatMap(({ name }) => (subgraphs.has(name) ? [] : [name]));
    if (strangers.length > 0) return broken(`SUBGRAPH_URLS has no ${strangers.join(', ')}, which the supergraph needs`);
    await othersTurn();
    const api = built.apiSchema();
    await othersTurn();
    const schema = api.toGraphQLJSSchema();
    await othersTurn();
    const supergraph = built.schema.toGraphQLJSSchema();
    const fromContext = fieldsFromContext(supergraph);
    if (fromContext.length > 0)
      return broken(`${fromContext.join(', ')}: this gateway does not execute @context and @fromContext`);
    await othersTurn();
    return ok({ sdl, schema, supergraph, planner: await createPlanner({ sdl, supergraph: built }) });
  } catch (error) {
    return broken(error instanceof Error ? error.message : String(error));
  }
}

const broken = (reason: string): Result<never, SupergraphBroken> => err({ kind: 'SUPERGRAPH_BROKEN', reason });
