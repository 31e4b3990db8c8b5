import type { Id } from '@bindery/kernel';
import type { Actor } from '../actors';
import type { PreparedOperation } from '../sync';

export interface RequestUnbind {
  readonly type: 'RequestUnbind';
  readonly actor: Actor;
  /** When it was asked for: ISO 8601, UTC. */
  readonly at: string;
  /** The card opens doors: the only kind an access administrator may take off. */
  readonly opensDoors: boolean;
  /** Its quote still holds. */
  readonly planFresh: boolean;
  /** Quoted by its digest, and what it says is still so. */
  readonly planMatches: boolean;
  readonly blockersCleared: boolean;
  readonly feeAccepted: boolean;
  readonly proofFresh: boolean;
  readonly proofUnused: boolean;
  readonly proofForThisPlan: boolean;
  /** The proof is the holder's own: what a support agent needs. */
  readonly holderProof: boolean;
  readonly operation: PreparedOperation<'UNBIND'>;
}

interface Return {
  readonly actor: Actor;
  /** Inside the restore window, which an open dispute keeps open. */
  readonly withinWindow: boolean;
  readonly policyAllows: boolean;
  readonly slotFree: boolean;
  readonly proofFresh: boolean;
  readonly proofUnused: boolean;
  readonly proofForThisRestore: boolean;
  readonly operation: PreparedOperation<'RESTORE'>;
}

export interface RequestRestore extends Return {
  readonly type: 'RequestRestore';
}

/** An upheld dispute of an unbind puts the card back. */
export interface Reinstate extends Return {
  readonly type: 'Reinstate';
  readonly disputeUpheld: boolean;
  readonly proofNotFromDisputedAct: boolean;
}

export interface SuccessorBound {
  readonly type: 'SuccessorBound';
  readonly actor: Actor;
  readonly successorId: Id<'binding'>;
  readonly successorIsBound: boolean;
  /** The successor does not descend into this binding again (invariant 9). */
  readonly lineageStaysAcyclic: boolean;
}

/** An upheld dispute of a bind or loan: it was never the holder's. */
export interface Revoke {
  readonly type: 'Revoke';
  readonly actor: Actor;
  /** When it was decided: ISO 8601, UTC. */
  readonly at: string;
  readonly disputeUpheld: boolean;
  readonly operation: PreparedOperation<'UNBIND'>;
}
