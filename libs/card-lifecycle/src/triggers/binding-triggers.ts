import type { Actor } from '../actors';
import type { PreparedOperation } from '../sync';

export interface StartBinding {
  readonly type: 'StartBinding';
  readonly actor: Actor;
  /** The holder accepted an invitation of the site; what an access administrator needs. */
  readonly invited: boolean;
  readonly accountInGoodStanding: boolean;
  readonly consentRecorded: boolean;
  /** No other live binding of this card, device and holder (but a predecessor's). */
  readonly slotFree: boolean;
  readonly withinProviderLimit: boolean;
}

export interface RequirementsMet {
  readonly type: 'RequirementsMet';
  readonly actor: Actor;
  readonly proofsFresh: boolean;
  readonly proofsUnused: boolean;
  readonly proofsForThisBinding: boolean;
  readonly consentRecorded: boolean;
  /** By when a review is decided (ISO 8601, UTC), if provider or risk ask for one; else null. */
  readonly reviewDeadline: string | null;
  readonly operation: PreparedOperation<'BIND'>;
}

export interface Approve {
  readonly type: 'Approve';
  readonly actor: Actor;
  readonly reviewerIsHolder: boolean;
  readonly highRisk: boolean;
  /** Different people who approved, this one included. */
  readonly reviewers: number;
  /** Asked again: it may have been withdrawn while the review lasted. */
  readonly consentRecorded: boolean;
  readonly operation: PreparedOperation<'BIND'>;
}

export interface AskForMore {
  readonly type: 'AskForMore';
  readonly actor: Actor;
  readonly roundsLeft: number;
  /** Codes of what is missing or wrong. */
  readonly reasons: readonly string[];
}

export interface Refuse {
  readonly type: 'Refuse';
  readonly actor: Actor;
}

export interface Cancel {
  readonly type: 'Cancel';
  readonly actor: Actor;
}

/** A deadline of the phase passed: of the proofs, the review, the activation, or the restore window. */
export interface Lapse {
  readonly type: 'Lapse';
  readonly actor: Actor;
  readonly deadlinePassed: boolean;
  readonly disputeOpen: boolean;
  /** A law or contract demands that the card's secrets are kept for longer. */
  readonly retentionDuty: boolean;
}
