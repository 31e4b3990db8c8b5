import { getOperationAST, Kind, type DocumentNode, type SelectionSetNode } from 'graphql';

/** What an operation is about, as far as the door needs to know before anything else of it is looked at. */
export interface OperationKind {
  readonly isMutation: boolean;
  /** Names of its root fields, aliases resolved, `__typename` left out. */
  readonly rootFields: ReadonlySet<string>;
  /** How many there are, aliases counted each. */
  readonly fields: number;
}

type Kinds = ReadonlyMap<string | undefined, OperationKind>;

/** The kinds of the operations of a document by name; the only one needs not be named. */
export function kindsOf(document: DocumentNode): Kinds {
  const operationNames = document.definitions.flatMap((definition) =>
    definition.kind === Kind.OPERATION_DEFINITION ? [definition.name?.value] : [],
  );
  const kinds = new Map<string | undefined, OperationKind>();
  for (const name of [...operationNames, undefined]) {
    const operation = getOperationAST(document, name);
    if (!operation) continue;
    const names: string[] = [];
    collect(document, operation.selectionSet, names, new Set());
    const isMutation = operation.operation === 'mutation';
    kinds.set(name, { isMutation, rootFields: new Set(names), fields: names.length });
  }
  return kinds;
}

function collect(document: DocumentNode, set: SelectionSetNode, rootFields: string[], walked: Set<string>): void {
  for (const selection of set.selections) {
    if (selection.kind === Kind.FIELD) {
      if (selection.name.value !== '__typename') rootFields.push(selection.name.value);
    } else if (selection.kind === Kind.INLINE_FRAGMENT) collect(document, selection.selectionSet, rootFields, walked);
    else if (!walked.has(selection.name.value)) {
      walked.add(selection.name.value);
      const fragment = document.definitions.find(
        (definition) => definition.kind === Kind.FRAGMENT_DEFINITION && definition.name.value === selection.name.value,
      );
      if (fragment?.kind === Kind.FRAGMENT_DEFINITION) collect(document, fragment.selectionSet, rootFields, walked);
    }
  }
}
