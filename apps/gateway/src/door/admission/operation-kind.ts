import { getOperationAST, Kind, parse, type DocumentNode, type SelectionSetNode } from 'graphql';
import { LRUCache } from 'lru-cache';
import { requestLimits } from '../../limits/request-limits';

/** What an operation is about, as far as the door needs to know before anything else of it is looked at. */
export interface OperationKind {
  readonly isMutation: boolean;
  /** Names of its root fields, aliases resolved, `__typename` left out. */
  readonly rootFields: ReadonlySet<string>;
}

/** Characters of documents remembered at most; those that apps registered are far fewer. */
const rememberedCharacters = 4_000_000;

export type KindOf = (text: string, operationName: string | undefined) => OperationKind | undefined;

/** Tells the kind of an operation, once for each document. Undefined for what is no document: the server will say what is wrong with it. */
export function createKindOf(): KindOf {
  const remembered = new LRUCache<string, { readonly kind: OperationKind | undefined }>({
    maxSize: rememberedCharacters,
    sizeCalculation: (_value, key) => key.length + 1,
  });
  return (text, operationName) => {
    // With the length of the name no two pairs have one key: nobody can spoil what is remembered of another document.
    const key = `${operationName?.length ?? -1} ${operationName ?? ''}${text}`;
    const before = remembered.get(key);
    if (before) return before.kind;
    const kind = readKind(text, operationName);
    remembered.set(key, { kind });
    return kind;
  };
}

function readKind(text: string, operationName: string | undefined): OperationKind | undefined {
  try {
    const document = parse(text, { noLocation: true, maxTokens: requestLimits.tokens });
    const operation = getOperationAST(document, operationName);
    if (!operation) return undefined;
    const rootFields = new Set<string>();
    collect(document, operation.selectionSet, rootFields, new Set());
    return { isMutation: operation.operation === 'mutation', rootFields };
  } catch {
    return undefined;
  }
}

function collect(document: DocumentNode, set: SelectionSetNode, rootFields: Set<string>, walked: Set<string>): void {
  for (const selection of set.selections) {
    if (selection.kind === Kind.FIELD) rootFields.add(selection.name.value);
    else if (selection.kind === Kind.INLINE_FRAGMENT) collect(document, selection.selectionSet, rootFields, walked);
    else if (!walked.has(selection.name.value)) {
      walked.add(selection.name.value);
      const fragment = document.definitions.find(
        (definition) => definition.kind === Kind.FRAGMENT_DEFINITION && definition.name.value === selection.name.value,
      );
      if (fragment?.kind === Kind.FRAGMENT_DEFINITION) collect(document, fragment.selectionSet, rootFields, walked);
    }
  }
  rootFields.delete('__typename');
}
