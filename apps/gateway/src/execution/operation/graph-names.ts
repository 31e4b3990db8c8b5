import type { GraphQLSchema } from 'graphql';
import { interfaceObjectsOf } from './interface-objects';
import { createSourceNames, type SourceName } from './source-names';

/** What is read out of a graph once, for all operations. */
export interface GraphNames {
  readonly sourceName: SourceName;
  readonly interfaceObjects: ReadonlySet<string>;
}

const known = new WeakMap<GraphQLSchema, GraphNames>();

export function namesOf(supergraph: GraphQLSchema): GraphNames {
  const names = known.get(supergraph) ?? {
    sourceName: createSourceNames(supergraph),
    interfaceObjects: interfaceObjectsOf(supergraph),
  };
  known.set(supergraph, names);
  return names;
}
