import type { Result } from '@bindery/kernel';
import type { Actor } from './actors';
import type { Effect } from './effects';
import type { Phase } from './phases';
import type { Refusal } from './refusal';
import type { BindingState } from './state';
import type { Trigger, TriggerType } from './triggers/trigger';

/** One step taken: by which row of the table, from where, to which state, and what the caller has to do besides. */
export interface Transition {
  readonly row: number;
  readonly from: Phase | null;
  readonly to: BindingState;
  readonly effects: readonly Effect[];
}

export function transition(_state: BindingState | null, _trigger: Trigger): Result<Transition, Refusal> {
  throw new Error('the table follows in the next commit');
}

export function possibleTriggers(_state: BindingState | null, _actor: Actor): TriggerType[] {
  throw new Error('the table follows in the next commit');
}
