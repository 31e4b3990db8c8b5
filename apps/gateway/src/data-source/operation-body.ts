/** What does not change between requests of one planned fetch. */
interface Operation {
  /** The body up to the variables. */
  readonly head: string;
  readonly isMutation: boolean;
}

/** Far more fetches than the plans of all clients' documents have. */
const operationsMax = 5_000;

/** Bodies of subgraph requests; the text of an operation, most of each body, is escaped once and not at each request. */
export class OperationBodies {
  private readonly known = new Map<string, Operation>();

  operationOf(query: string, name: string | undefined): Operation {
    const known = this.known.get(query);
    if (known) return known;
    // Free-form documents of a client that never asks the same twice must not fill the memory.
    if (this.known.size >= operationsMax) this.known.clear();
    const operation = { head: `{"query":${JSON.stringify(query)}${name ? `,"operationName":${JSON.stringify(name)}` : ''},"variables":`, isMutation: query.startsWith('mutation') };
    this.known.set(query, operation);
    return operation;
  }
}
