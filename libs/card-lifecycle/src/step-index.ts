import { actors, type Actor } from './actors';
import { effectBuilders } from './effect-builders';
import type { Effect } from './effects';
import { guards, type GuardName } from './guards';
import { phases, type Phase } from './phases';
import type { Row, Step } from './row';
import type { BindingState } from './state';
import { stateChanges } from './state-changes';
import { transitions } from './transitions';
import { triggerTypes, type Trigger, type TriggerType } from './triggers/trigger';

interface CompiledGuard {
  readonly name: GuardName;
  readonly holds: (trigger: Trigger, state: BindingState | null) => boolean;
  readonly refusal: 'STALE_PROVIDER_MESSAGE' | 'NOT_HOLD_OWNER' | undefined;
}

/** A step of one row for one phase, its names looked up. */
export interface CompiledStep {
  readonly row: number;
  readonly to: Phase;
  readonly by: readonly Actor[];
  readonly when: CompiledGuard | undefined;
  readonly onlyIf: readonly CompiledGuard[];
  readonly change: (to: Phase, trigger: Trigger, state: BindingState | null) => BindingState;
  readonly also: readonly ((trigger: Trigger, from: BindingState | null, to: BindingState) => Effect | undefined)[];
}

type Place = Phase | 'NONE';

const places: readonly Place[] = ['NONE', ...phases];

/** Steps by phase and trigger: looked up once here, so that a transition walks only those that apply. */
const index = new Map(
  places.map((place) => [place, new Map(triggerTypes.map((type) => [type, compile(place, type)]))]),
);

const possible = new Map(
  places.map((place) => [place, new Map(actors.map((actor) => [actor, triggersOf(place, actor)]))]),
);

export function stepsAt(phase: Phase | null, type: TriggerType): readonly CompiledStep[] {
  return index.get(phase ?? 'NONE')?.get(type) ?? [];
}

/** What the table lets an actor do in a phase, guards aside. */
export function triggersAt(phase: Phase | null, actor: Actor): readonly TriggerType[] {
  return possible.get(phase ?? 'NONE')?.get(actor) ?? [];
}

function compile(place: Place, type: TriggerType): CompiledStep[] {
  const rows: readonly Row[] = transitions;
  return rows.flatMap((row) =>
    row.steps
      .filter((step) => step.on === type && startsAt(row, step, place))
      .map((step) => compileStep(row, step, place)),
  );
}

function startsAt(row: Row, step: Step, place: Place): boolean {
  const phase = place === 'NONE' ? null : place;
  return row.from.includes(phase) && (phase === null || step.from === undefined || step.from.includes(phase));
}

/** `Step` lets a row name only what its trigger has the facts for, so the names may be called with that trigger. */
function compileStep({ row, to }: Row, step: Step, place: Place): CompiledStep {
  if (to === 'SAME' && place === 'NONE') throw new Error(`row ${row} has no phase to stay in`);
  return {
    row,
    to: to === 'SAME' ? (place as Phase) : to,
    by: step.by,
    when: step.when && compileGuard(step.when),
    onlyIf: step.onlyIf.map(compileGuard),
    change: stateChanges[step.then] as CompiledStep['change'],
    also: step.also.map((name) => effectBuilders[name].build as CompiledStep['also'][number]),
  };
}

function compileGuard(name: GuardName): CompiledGuard {
  return { name, holds: guards[name].holds as CompiledGuard['holds'], refusal: guards[name].refusal };
}

function triggersOf(place: Place, actor: Actor): TriggerType[] {
  return triggerTypes.filter((type) =>
    index
      .get(place)
      ?.get(type)
      ?.some(({ by }) => by.includes(actor)),
  );
}
