import { err, type Result } from '@bindery/kernel';
import type { Actor } from './actors';
import type { Effect } from './effects';
import { speaksFor } from './holds';
import { isTerminal, mayBeHeldByHolder, type Phase } from './phases';
import { answersOpenOperation, isProviderMessage } from './provider-message';
import type { Refusal } from './refusal';
import type { BindingState } from './state';
import { stepsAt, triggersAt, type CompiledStep } from './step-index';
import type { Trigger, TriggerType } from './triggers/trigger';

/** One step taken: by which row of the table, from where, to which state, and what the caller has to do besides. */
export interface Transition {
  readonly row: number;
  readonly from: Phase | null;
  readonly to: BindingState;
  readonly effects: readonly Effect[];
}

/**
 * What a trigger does to a binding (`null`: to one that is yet to be), or why nothing. Pure: the same answer for the same
 * input, and the input is left alone. Every expected "no" is a Refusal; it never throws for one.
 */
export function transition(state: BindingState | null, trigger: Trigger): Result<Transition, Refusal> {
  for (const step of stepsAt(state === null ? null : state.phase, trigger.type)) {
    if (step.when === undefined || step.when.holds(trigger, state)) return take(step, state, trigger);
  }
  return err(refuse(kindOfImpossible(state, trigger), state, trigger));
}

/** What an actor could try in this state; the guards still decide. */
export function possibleTriggers(state: BindingState | null, actor: Actor): TriggerType[] {
  const mayHold = state !== null && (actor !== 'HOLDER' || mayBeHeldByHolder(state.phase));
  const liftable = mayHold && state.holds.some(({ owner }) => speaksFor(actor, owner));
  return triggersAt(state === null ? null : state.phase, actor).filter(
    (type) => (type !== 'AddHold' || mayHold) && (type !== 'LiftHold' || liftable),
  );
}

function take(step: CompiledStep, state: BindingState | null, trigger: Trigger): Result<Transition, Refusal> {
  if (!step.by.includes(trigger.actor)) return err(refuse('NOT_ALLOWED_FOR_ACTOR', state, trigger));
  for (const { name, holds, refusal } of step.onlyIf) {
    if (holds(trigger, state)) continue;
    if (refusal !== undefined) return err(refuse(refusal, state, trigger));
    return err({ ...context(state, trigger), kind: 'GUARD_FAILED', guard: name });
  }
  const to = step.change(step.to, trigger, state);
  const effects: Effect[] = [];
  for (const build of step.also) {
    const effect = build(trigger, state, to);
    if (effect !== undefined) effects.push(effect);
  }
  return { ok: true, value: { row: step.row, from: state === null ? null : state.phase, to, effects } };
}

function kindOfImpossible(state: BindingState | null, trigger: Trigger) {
  if (state === null) return 'NOT_POSSIBLE_IN_PHASE';
  if (isTerminal(state.phase)) return 'TERMINAL';
  const stale = isProviderMessage(trigger) && !answersOpenOperation(state, trigger);
  return stale ? 'STALE_PROVIDER_MESSAGE' : 'NOT_POSSIBLE_IN_PHASE';
}

function refuse(kind: Exclude<Refusal['kind'], 'GUARD_FAILED'>, state: BindingState | null, trigger: Trigger): Refusal {
  return { ...context(state, trigger), kind };
}

function context(state: BindingState | null, trigger: Trigger) {
  return {
    phase: state === null ? null : state.phase,
    trigger: trigger.type,
    possible: possibleTriggers(state, trigger.actor),
  };
}
