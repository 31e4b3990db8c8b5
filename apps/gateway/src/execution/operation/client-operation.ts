import {
  getOperationAST,
  Kind,
  separateOperations,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';

/** What a client asked for: one operation and the fragments that it spreads, over the graph as clients see it. */
export interface ClientOperation {
  readonly schema: GraphQLSchema;
  readonly operation: OperationDefinitionNode;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
}

/** The operation of a valid document. Throws for one that is not in it. */
export function readClientOperation(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName?: string,
): ClientOperation {
  const operation = getOperationAST(document, operationName);
  if (!operation) throw new Error('an operation was to be planned that is not in its document');
  // Fragments of the other operations are no part of it: what they need of variables, this one need not have.
  const own = separateOperations(document)[operation.name?.value ?? ''];
  const fragments = (own?.definitions ?? []).flatMap((each) =>
    each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each] as const] : [],
  );
  return { schema, operation, fragments: Object.fromEntries(fragments) };
}
