import type { OperationKind } from '@bindery/card-lifecycle';

/** An operation as a command answers it; plain JSON, since answers are kept for repeated requests. */
export interface SentOperation {
  readonly id: string;
  readonly kind: OperationKind;
  /** ISO 8601, UTC. */
  readonly deadline: string;
}
