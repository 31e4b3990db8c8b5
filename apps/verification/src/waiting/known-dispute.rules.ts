import type { Id } from '@bindery/kernel';

/** DECISION: of our people. PROOF: of the holder, who was right and puts the card back. */
export type DisputeWait = 'DECISION' | 'PROOF';

/** What this service knows of a dispute, from its events. */
export interface KnownDispute {
  readonly id: Id<'dispute'>;
  readonly bindingId: Id<'binding'>;
  readonly accountId: Id<'account'>;
  /** As events tell it: an open list, by which nothing is decided. */
  readonly about: string;
  /** Null once it is over. */
  readonly waitsFor: DisputeWait | null;
  readonly deadline: Date | null;
  /** Sequence of the event that told. */
  readonly sequence: number;
}
