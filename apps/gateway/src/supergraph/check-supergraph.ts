import { Supergraph } from '@apollo/federation-internals';
import { QueryPlanner } from '@apollo/query-planner';
import { err, ok, type Result } from '@bindery/kernel';

/**
 * Whether the gateway could serve with this supergraph: it parses, is valid, can be planned over, and each of its
 * subgraphs has a URL here. Everything is built and thrown away, as the library's own update would stop half-way.
 */
export function checkSupergraph(
  sdl: string,
  subgraphs: ReadonlySet<string>,
): Result<void, { readonly kind: 'SUPERGRAPH_BROKEN'; readonly reason: string }> {
  try {
    const supergraph = Supergraph.build(sdl, { validateSupergraph: true });
    const strangers = supergraph.subgraphsMetadata().flatMap(({ name }) => (subgraphs.has(name) ? [] : [name]));
    if (strangers.length > 0)
      return err({
        kind: 'SUPERGRAPH_BROKEN',
        reason: `SUBGRAPH_URLS has no ${strangers.join(', ')}, which the supergraph needs`,
      });
    supergraph.apiSchema().toGraphQLJSSchema();
    supergraph.schema.toGraphQLJSSchema();
    new QueryPlanner(supergraph);
    return ok(undefined);
  } catch (error) {
    return err({ kind: 'SUPERGRAPH_BROKEN', reason: error instanceof Error ? error.message : String(error) });
  }
}
