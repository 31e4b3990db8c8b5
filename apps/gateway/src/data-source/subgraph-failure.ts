/** How a subgraph can fail to answer. */
export type SubgraphFailureKind =
  /** Its time was over, whatever it was doing: waiting for a connection, for the first byte or for the last. */
  | 'TIMED_OUT'
  /** No connection: nothing of the request left this process, so it may be sent elsewhere. */
  | 'NOT_SENT'
  /** The connection ended before the answer did; the request may have arrived. */
  | 'CONNECTION_LOST'
  /** What came is no GraphQL answer, or not one to what was asked. */
  | 'BAD_ANSWER'
  /** The answer is larger than any screen needs. */
  | 'TOO_LARGE'
  /** Its breaker is open: it was not asked. */
  | 'NOT_ASKED'
  /** As many requests as may wait for it are waiting. */
  | 'QUEUE_FULL';

/** Thrown inside the data source only; outside there are typed GraphQL errors. */
export class SubgraphFailure extends Error {
  override name = 'SubgraphFailure';
  constructor(
    readonly kind: SubgraphFailureKind,
    detail: string,
  ) {
    super(detail);
  }
}

/**
 * What says something about the subgraph and not about one client's request: only this opens a breaker. An answer
 * that is too large was asked for; a full queue says that others wait.
 */
export const isSubgraphsFault = (error: unknown): boolean =>
  error instanceof SubgraphFailure &&
  (error.kind === 'TIMED_OUT' ||
    error.kind === 'NOT_SENT' ||
    error.kind === 'CONNECTION_LOST' ||
    error.kind === 'BAD_ANSWER');
