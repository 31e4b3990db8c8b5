import {
  execute,
  Kind,
  type DocumentNode,
  type ExecutionArgs,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { collectFields } from 'graphql/execution/collectFields';
import { getVariableValues } from 'graphql/execution/values';

type Values = Record<string, unknown>;

/** An operation in two: what is asked of the schema itself, which no subgraph knows, and the rest. */
export interface WithIntrospection {
  /** What is asked of the subgraphs; undefined when that is nothing. */
  readonly rest: DocumentNode | undefined;
  /** Puts what the schema says into the answer to the rest, each at its place. */
  answer(rest: Readonly<Values>, variables: Readonly<Values> | undefined): Values;
}

/** Undefined for an operation that asks nothing of the schema, as almost all. */
export function splitIntrospection(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): WithIntrospection | undefined {
  const fragments = document.definitions.filter((each) => each.kind === Kind.FRAGMENT_DEFINITION);
  const only = (keep: (field: FieldNode) => boolean) => part(document, operation, fragments, keep);
  const asked = only(isIntrospection);
  if (!asked) return undefined;
  return {
    rest: only((field) => !isIntrospection(field)),
    answer(rest, variables) {
      const { data, errors } = execute({ schema, document: asked, variableValues: variables }) as SyncResult;
      if (errors?.[0]) throw errors[0];
      const answer = Object.create(null) as Values;
      for (const name of responseNames({ schema, operation, fragments, variables }))
        answer[name] = Object.hasOwn(data ?? {}, name) ? data?.[name] : rest[name];
      return answer;
    },
  };
}

/** Of resolvers that wait for nothing, as those of introspection. */
type SyncResult = Awaited<ReturnType<typeof execute>> & { readonly data?: Values | null };

const isIntrospection = ({ name }: FieldNode) => name.value === '__schema' || name.value === '__type';

/** The document with those root fields only; undefined when there is none. */
function part(
  document: DocumentNode,
  operation: OperationDefinitionNode,
  fragments: readonly FragmentDefinitionNode[],
  keep: (field: FieldNode) => boolean,
): DocumentNode | undefined {
  const selectionSet = filter(operation.selectionSet, fragments, keep);
  if (!selectionSet) return undefined;
  return { ...document, definitions: [{ ...operation, selectionSet }, ...fragments] };
}

/** Fragments at the root are written out, since a part of one may be all that is left. */
function filter(
  { selections }: SelectionSetNode,
  fragments: readonly FragmentDefinitionNode[],
  keep: (field: FieldNode) => boolean,
): SelectionSetNode | undefined {
  const kept = selections.flatMap((selection): SelectionNode[] => {
    if (selection.kind === Kind.FIELD) return keep(selection) ? [selection] : [];
    const fragment =
      selection.kind === Kind.INLINE_FRAGMENT
        ? selection
        : fragments.find(({ name }) => name.value === selection.name.value);
    const selectionSet = fragment && filter(fragment.selectionSet, fragments, keep);
    if (!selectionSet) return [];
    const { typeCondition } = fragment;
    return [{ kind: Kind.INLINE_FRAGMENT, typeCondition, directives: selection.directives, selectionSet }];
  });
  return kept.length > 0 ? { kind: Kind.SELECTION_SET, selections: kept } : undefined;
}

interface Asked {
  readonly schema: GraphQLSchema;
  readonly operation: OperationDefinitionNode;
  readonly fragments: readonly FragmentDefinitionNode[];
  readonly variables: ExecutionArgs['variableValues'];
}

/** Names of the answer in the order in which they are asked for. */
function responseNames({ schema, operation, fragments, variables }: Asked): Iterable<string> {
  const root = schema.getRootType(operation.operation);
  const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], variables ?? {});
  if (!root || !coerced) throw new Error('an operation that is not valid was executed');
  const byName = Object.fromEntries(fragments.map((each) => [each.name.value, each]));
  return collectFields(schema, byName, coerced, root, operation.selectionSet).keys();
}
