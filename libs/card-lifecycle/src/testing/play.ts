import { unwrap } from '@bindery/kernel';
import type { BindingState } from '../state';
import { transition, type Transition } from '../transition';
import type { Trigger } from '../triggers/trigger';

/** The last step of several; throws if one of them is refused. */
export function play(start: BindingState | null, ...triggers: readonly Trigger[]): Transition {
  const steps: Transition[] = [];
  for (const trigger of triggers) steps.push(unwrap(transition(steps.at(-1)?.to ?? start, trigger)));
  const last = steps.at(-1);
  if (last === undefined) throw new Error('nothing was played');
  return last;
}

export function refusalOf(state: BindingState | null, trigger: Trigger): string | undefined {
  const result = transition(state, trigger);
  return result.ok ? undefined : (result.error.guard ?? result.error.kind);
}
