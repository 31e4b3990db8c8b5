import type { FetchNode, ResponsePath } from '@apollo/query-planner';
import { Kind, parse, type GraphQLSchema, type SelectionSetNode } from 'graphql';
import { isAsked, type ConditionValues } from '../operation/condition-values';
import type { LostFetch, Path, PlanRun, Values } from './plan-run';
import { isOfType } from '../answer/is-of-type';
import { renamedBy } from './rewrites';

/** The places in the merged answer where the fields of a fetch would be. Looked for only where something went wrong. */
export function* lostPlaces(
  { data, conditions }: PlanRun,
  { fetch, path, objects }: LostFetch,
  schema: GraphQLSchema,
): Iterable<Path> {
  const asked = selectionsOf(fetch);
  if (!asked) return;
  const renamed = renamedBy(fetch.outputRewrites);
  const lost = new Set(objects);
  for (const { object, path: place } of placesOf(data, path)) {
    if (!lost.has(object)) continue;
    for (const name of namesAskedOf(object, asked, conditions, schema)) yield [...place, renamed.get(name) ?? name];
  }
}

function namesAskedOf(
  object: Values,
  asked: SelectionSetNode,
  conditions: ConditionValues,
  schema: GraphQLSchema,
): ReadonlySet<string> {
  const names = new Set<string>();
  const collect = ({ selections }: SelectionSetNode): void => {
    for (const selection of selections) {
      if (!isAsked(selection.directives, conditions)) continue;
      if (selection.kind === Kind.FIELD) names.add(selection.alias?.value ?? selection.name.value);
      else if (selection.kind === Kind.INLINE_FRAGMENT) {
        const type = selection.typeCondition?.name.value;
        if (type === undefined || isOfType(schema, object, type, true)) collect(selection.selectionSet);
      }
    }
  };
  collect(asked);
  return names;
}

/** What a fetch asks for: of the root, or of entities. The planner writes no named fragments. */
function selectionsOf({ operation, requires }: FetchNode): SelectionSetNode | undefined {
  const [definition] = parse(operation, { noLocation: true }).definitions;
  if (definition?.kind !== Kind.OPERATION_DEFINITION) return undefined;
  if (!requires) return definition.selectionSet;
  const [entities] = definition.selectionSet.selections;
  return entities?.kind === Kind.FIELD ? entities.selectionSet : undefined;
}

interface Place {
  readonly object: Values;
  readonly path: Path;
}

/** The objects to which the path of a plan leads, in its order, each with its place. */
export function* placesOf(value: unknown, path: ResponsePath, from = 0, place: Path = []): Iterable<Place> {
  if (typeof value !== 'object' || value === null) return;
  const part = path[from];
  if (part === undefined) yield { object: value as Values, path: place };
  else if (Array.isArray(value)) {
    const next = part === '@' ? from + 1 : from;
    for (const [index, each] of value.entries()) yield* placesOf(each, path, next, [...place, index]);
  } else if (Object.hasOwn(value, part)) yield* placesOf((value as Values)[part], path, from + 1, [...place, part]);
}
