import type { TriggerOf, TriggerType } from '@bindery/card-lifecycle';

/** What guards of the machine ask and no command can say: each is known to some feature, or answered by a default with its reason. */
export interface Facts {
  /** Nothing keeps the account from binding cards. */
  readonly accountInGoodStanding: boolean;
  /** The holder accepted an invitation of the site. */
  readonly invited: boolean;
  readonly consentRecorded: boolean;
  /** No other binding takes the slot of the card on the device. */
  readonly slotFree: boolean;
  /** By when a review is decided (ISO 8601, UTC), if provider or risk ask for one; else null. */
  readonly reviewDeadline: string | null;
  readonly disputeOpen: boolean;
  /** A law or contract demands that the card's secrets are kept for longer. */
  readonly retentionDuty: boolean;
}
export type FactName = keyof Facts;

/** A trigger without the facts that features answer: nobody who takes a step can make them up. */
export type AskedTrigger = { [Type in TriggerType]: Omit<TriggerOf<Type>, FactName> }[TriggerType];
