import {
  getNamedType,
  getNullableType,
  isCompositeType,
  isLeafType,
  isListType,
  Kind,
  valueFromASTUntyped,
  type DocumentNode,
  type FieldNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { ownValue } from '../../execution/shaping/own-value';
import { remembered, sum, times, type Term, type Variables } from './cost-term';
import type { CostWeights, ListSize } from './cost-weights';

/** How long a list is taken to be that nothing is said of. */
const assumedListSize = 5;

/** A mutation writes: it is worth ten plain objects before anything is read, as in Apollo's demand control. */
const mutationCost = 10;

/** The cost of one operation for the variables of one request, in points; one object is one point. */
export type OperationCost = (variables: Variables) => number;

interface Compiling {
  readonly schema: GraphQLSchema;
  readonly weights: CostWeights;
  readonly document: DocumentNode;
  readonly defaults: Variables;
  /** By the sizes in force and by name, so that fragments which spread each other twice do not double the work. */
  readonly fragments: Map<Sized | undefined, Map<string, Term>>;
}

/** Works out once what of an operation's cost is fixed, and leaves a function of the variables for the rest. */
export function compileCost(
  schema: GraphQLSchema,
  weights: CostWeights,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): OperationCost {
  const root = schema.getRootType(operation.operation);
  if (!root) return () => 0;
  const defaults = Object.fromEntries(
    (operation.variableDefinitions ?? []).flatMap(({ variable, defaultValue }) =>
      defaultValue ? [[variable.name.value, valueFromASTUntyped(defaultValue)]] : [],
    ),
  );
  const compiling: Compiling = { schema, weights, document, defaults, fragments: new Map() };
  const base = operation.operation === 'mutation' ? mutationCost : 0;
  const term = sum([base, termOfSet(compiling, operation.selectionSet, root, undefined)]);
  return typeof term === 'number' ? () => term : (variables) => term(variables, new Map());
}

/** What a selection costs on one object. `sized` is the size that the field above gives to some of its fields. */
function termOfSet(
  compiling: Compiling,
  set: SelectionSetNode,
  parent: GraphQLNamedType,
  sized: Sized | undefined,
): Term {
  return sum(
    merged(set.selections).map((selection) => {
      if (selection.kind === Kind.FIELD) return termOfField(compiling, selection, parent, sized);
      if (selection.kind === Kind.FRAGMENT_SPREAD) return termOfFragment(compiling, selection.name.value, sized);
      return termOfSet(
        compiling,
        selection.selectionSet,
        typeNamed(compiling, selection.typeCondition?.name.value) ?? parent,
        sized,
      );
    }),
  );
}

/** A field that stands twice in a selection is executed once, with what is asked of it in both places. */
function merged(selections: readonly SelectionNode[]): readonly SelectionNode[] {
  const byKey = new Map<unknown, SelectionNode>();
  for (const selection of selections) {
    const key = selection.kind === Kind.FIELD ? (selection.alias ?? selection.name).value : selection;
    const before = byKey.get(key);
    byKey.set(key, before?.kind === Kind.FIELD && selection.kind === Kind.FIELD ? both(before, selection) : selection);
  }
  return [...byKey.values()];
}

function both(one: FieldNode, other: FieldNode): FieldNode {
  if (!one.selectionSet || !other.selectionSet) return one;
  return {
    ...one,
    selectionSet: {
      ...one.selectionSet,
      selections: [...one.selectionSet.selections, ...other.selectionSet.selections],
    },
  };
}

interface Sized {
  readonly fields: readonly string[];
  readonly size: Term;
}

function termOfFragment(compiling: Compiling, name: string, sized: Sized | undefined): Term {
  const known = compiling.fragments.get(sized) ?? new Map<string, Term>();
  compiling.fragments.set(sized, known);
  const before = known.get(name);
  if (before !== undefined) return before;
  const fragment = compiling.document.definitions.find(
    (definition) => definition.kind === Kind.FRAGMENT_DEFINITION && definition.name.value === name,
  );
  const type =
    fragment?.kind === Kind.FRAGMENT_DEFINITION ? typeNamed(compiling, fragment.typeCondition.name.value) : undefined;
  if (fragment?.kind !== Kind.FRAGMENT_DEFINITION || !type) return 0;
  known.set(name, 0);
  const term = remembered(termOfSet(compiling, fragment.selectionSet, type, sized));
  known.set(name, term);
  return term;
}

/** The weight of a field is what it takes to be asked for, once however long its list is; the weight of a type is that of each object. */
function termOfField(compiling: Compiling, node: FieldNode, parent: GraphQLNamedType, sized: Sized | undefined): Term {
  const field = fieldOf(parent, node.name.value);
  if (!field) return 0;
  const said = compiling.weights.fields.get(`${parent.name}.${field.name}`);
  const type = getNamedType(field.type);
  const listSize = said?.listSize;
  const size = listSize && sizeOf(compiling, listSize, field, node);
  const below = listSize?.sizedFields && size !== undefined ? { fields: listSize.sizedFields, size } : undefined;
  const each = said?.weight === undefined ? (compiling.weights.types.get(type.name) ?? (isLeafType(type) ? 0 : 1)) : 0;
  const inner = node.selectionSet && isCompositeType(type) ? termOfSet(compiling, node.selectionSet, type, below) : 0;
  const given = sum((node.arguments ?? []).map(({ name }) => said?.argumentWeights[name.value] ?? 0));
  const length = lengthOf(field, sized, below ? undefined : size);
  return sum([given, said?.weight ?? 0, times(length, sum([each, inner]))]);
}

/** How many of it there are: what the field above says, what it says of itself, or a guess where it is a list. */
function lengthOf(field: GraphQLField<unknown, unknown>, sized: Sized | undefined, own: Term | undefined): Term {
  if (!isListType(getNullableType(field.type))) return 1;
  if (sized?.fields.includes(field.name)) return sized.size;
  return own ?? assumedListSize;
}

/** The largest of the slicing arguments that are given, else their default, else the assumed size. */
function sizeOf(
  { defaults }: Compiling,
  { slicingArguments = [], assumedSize = assumedListSize }: ListSize,
  field: GraphQLField<unknown, unknown>,
  node: FieldNode,
): Term {
  const fallback = toSize(field.args.find(({ name }) => slicingArguments.includes(name))?.defaultValue, assumedSize);
  const values = (node.arguments ?? [])
    .filter(({ name }) => slicingArguments.includes(name.value))
    .map(({ value }) => value);
  const names = values.flatMap((value) => (value.kind === Kind.VARIABLE ? [value.name.value] : []));
  const fixed = values.flatMap((value) =>
    value.kind === Kind.VARIABLE ? [] : [toSize(valueFromASTUntyped(value), fallback)],
  );
  if (names.length === 0) return fixed.length > 0 ? Math.max(...fixed) : fallback;
  return (variables) => {
    const valueOf = (name: string) => ownValue(variables, name) ?? ownValue(defaults, name);
    return Math.max(...fixed, ...names.map((name) => toSize(valueOf(name), fallback)));
  };
}

/** A size that is no count will be refused where it is executed; until then it counts as the fallback. */
const toSize = (value: unknown, fallback: number): number =>
  typeof value === 'number' && Number.isFinite(value) ? Math.max(0, value) : fallback;

const typeNamed = ({ schema }: Compiling, name: string | undefined): GraphQLNamedType | undefined =>
  name ? schema.getType(name) : undefined;

const fieldOf = (parent: GraphQLNamedType, name: string): GraphQLField<unknown, unknown> | undefined =>
  'getFields' in parent ? (parent.getFields()[name] as GraphQLField<unknown, unknown>) : undefined;
