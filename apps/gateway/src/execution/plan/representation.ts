import {
  getResponseName,
  type QueryPlanFieldNode,
  type QueryPlanInlineFragmentNode,
  type QueryPlanSelectionNode,
} from '@apollo/query-planner';
import type { GraphQLSchema } from 'graphql';
import { isOfType } from '../answer/is-of-type';
import { mergeInto } from '../answer/merge';
import type { Values } from './plan-run';

/** Takes out of an entity what a subgraph needs to find it; null when a part of that is missing. */
export type Represent = (entity: unknown) => Values | null;

/** Adds what one selection takes out of the entity; false when it is missing. */
type Take = (entity: Values, representation: Values) => boolean;

export function compileRepresentation(schema: GraphQLSchema, selections: readonly QueryPlanSelectionNode[]): Represent {
  const takes = selections.map((selection) =>
    selection.kind === 'Field' ? takeField(schema, selection) : takeFragment(schema, selection),
  );
  return (entity) => {
    if (entity === null) return null;
    const representation: Values = Object.create(null) as Values;
    for (const take of takes) if (!take(entity as Values, representation)) return null;
    return representation;
  };
}

function takeField(schema: GraphQLSchema, field: QueryPlanFieldNode): Take {
  const name = getResponseName(field);
  const represent = field.selections && compileRepresentation(schema, field.selections);
  return (entity, representation) => {
    const value = Object.hasOwn(entity, name) ? entity[name] : undefined;
    if (value === undefined) return false;
    if (!represent) representation[name] = Array.isArray(value) ? [...(value as unknown[])] : value;
    else representation[name] = Array.isArray(value) ? value.map(represent) : represent(value);
    return true;
  };
}

function takeFragment(schema: GraphQLSchema, { typeCondition, selections }: QueryPlanInlineFragmentNode): Take {
  const represent = compileRepresentation(schema, selections);
  return (entity, representation) => {
    if (typeCondition && entity && isOfType(schema, entity, typeCondition))
      mergeInto(representation, represent(entity));
    return true;
  };
}
