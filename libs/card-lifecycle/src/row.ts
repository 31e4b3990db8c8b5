import type { Actor } from './actors';
import type { EffectFor } from './effect-builders';
import type { GuardFor } from './guards';
import type { Phase } from './phases';
import type { StateChangeFor } from './state-changes';
import type { TriggerOf, TriggerType } from './triggers/trigger';

/** One trigger of a row: who may pull it, only if what, how holds and sync change, and what else follows. */
interface StepOn<Type extends TriggerType> {
  readonly on: Type;
  readonly by: readonly Actor[];
  /** Narrows the row's phases for this trigger. */
  readonly from?: readonly Phase[];
  /** Chooses between rows for the same phase and trigger; failing it is no refusal. */
  readonly when?: GuardFor<TriggerOf<Type>>;
  readonly onlyIf: readonly GuardFor<TriggerOf<Type>>[];
  readonly then: StateChangeFor<TriggerOf<Type>>;
  readonly also: readonly EffectFor<TriggerOf<Type>>[];
}

/** A step can only name guards, changes and effects that its trigger has the facts for; anything else does not compile. */
export type Step = { [Type in TriggerType]: StepOn<Type> }[TriggerType];

/** A row of the table in the design, by its number. */
export interface Row {
  readonly row: number;
  readonly from: readonly (Phase | null)[];
  /** SAME: the phase stays, holds or sync change. */
  readonly to: Phase | 'SAME';
  readonly steps: readonly Step[];
}
