import type { DocumentNode } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { Graph } from './graph';
import { planOperation, type PlannedOperation } from './plan-operation';

export interface OperationToPlan {
  /** SHA-256 of the text. */
  readonly hash: string;
  readonly document: DocumentNode;
  readonly operationName: string | undefined;
}

/** The operations of one graph, each planned and compiled once, however many ask for it at once; those not asked for longest make room. */
export class PlannedOperations {
  private readonly kept: LRUCache<string, Promise<PlannedOperation>>;

  constructor(
    private readonly graph: Graph,
    max: number,
  ) {
    this.kept = new LRUCache({ max });
  }

  /** Rejects for what cannot be planned, each time anew; unless it is planned ahead, when it is run. */
  get({ hash, document, operationName }: OperationToPlan, ahead = false): Promise<PlannedOperation> {
    const key = operationName === undefined ? hash : `${hash} ${operationName}`;
    const before = this.kept.get(key);
    if (before) return before;
    const planned = planOperation(this.graph, document, operationName, ahead);
    this.kept.set(key, planned);
    planned.catch(() => this.kept.delete(key));
    return planned;
  }
}
