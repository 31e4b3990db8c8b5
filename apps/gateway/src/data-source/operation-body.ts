import { Kind, parse, print, stripIgnoredCharacters, visit, type FieldNode } from 'graphql';
import type { SubgraphRequest } from '../execution/subgraph';

/** What does not change between requests of one planned fetch. */
interface Operation {
  /** The body up to the variables. */
  readonly head: string;
  readonly isMutation: boolean;
}

/** Far more fetches than the plans of all clients' documents have. */
const operationsMax = 5_000;

/** Under this name each entity tells its id, so that one that was not asked for is found out. */
export const keyAlias = '__key';

/** Bodies of subgraph requests; the text of an operation, most of each body, is made once and not at each request. */
export class OperationBodies {
  private readonly known = new Map<string, Operation>();

  operationOf({ query, operationName, variables }: SubgraphRequest): Operation {
    const known = this.known.get(query);
    if (known) return known;
    // Free-form documents of a client that never asks the same twice must not fill the memory.
    if (this.known.size >= operationsMax) this.known.clear();
    const text = haveIds(variables.representations) ? withKeys(query) : query;
    const operation = {
      head: `{"query":${JSON.stringify(text)}${operationName ? `,"operationName":${JSON.stringify(operationName)}` : ''},"variables":`,
      isMutation: query.startsWith('mutation'),
    };
    this.known.set(query, operation);
    return operation;
  }
}

/** Every entity of this graph has its id for a key; of others nothing more is asked. */
const haveIds = (representations: unknown) =>
  Array.isArray(representations) &&
  representations.every((each: { id?: unknown } | null) => typeof each?.id === 'string');

const key: FieldNode = {
  kind: Kind.FIELD,
  alias: { kind: Kind.NAME, value: keyAlias },
  name: { kind: Kind.NAME, value: 'id' },
};

/** The operation, with the id of each entity asked for besides. */
function withKeys(query: string): string {
  const document = visit(parse(query), {
    Field(field) {
      if (field.name.value !== '_entities' || !field.selectionSet) return false;
      const selections = field.selectionSet.selections.map((each) =>
        each.kind === Kind.INLINE_FRAGMENT
          ? { ...each, selectionSet: { ...each.selectionSet, selections: [...each.selectionSet.selections, key] } }
          : each,
      );
      return { ...field, selectionSet: { ...field.selectionSet, selections } };
    },
  });
  return stripIgnoredCharacters(print(document));
}
