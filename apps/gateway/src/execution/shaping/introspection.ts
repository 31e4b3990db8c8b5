import { executeSync, Kind, type SelectionNode } from 'graphql';
import type { Shaping } from './collect-shape';
import type { ObjectShape } from './response-shape';

type Values = Record<string, unknown>;

/** Puts the answers of `__schema` and `__type` where the walk looks for them; they are asked of the graph itself and of no subgraph. */
export type Introspect = (input: Values, variables: Readonly<Values> | undefined) => void;

/** Undefined where nothing is asked of the graph itself. */
export function compileIntrospection(shaping: Shaping, root: ObjectShape): Introspect | undefined {
  const asked = root.fieldsOf(undefined)?.all.filter(({ kind }) => kind === 'whole') ?? [];
  if (asked.length === 0) return undefined;
  const selections = asked.flatMap(({ nodes }): readonly SelectionNode[] => nodes);
  const operation = { ...shaping.operation, selectionSet: { kind: Kind.SELECTION_SET as const, selections } };
  const definitions = [operation, ...Object.values(shaping.fragments)];
  return (input, variables) => {
    const { data, errors } = executeSync({
      schema: shaping.schema,
      document: { kind: Kind.DOCUMENT, definitions },
      variableValues: variables,
    });
    if (errors?.[0]) throw errors[0];
    for (const { responseName, sourceName } of asked) input[sourceName] = data?.[responseName];
  };
}
