import { possibleTriggers } from '@bindery/card-lifecycle';
import type { Binding } from './binding.rules';
import type { TransitionRefused } from './lifecycle.errors';

/** A refusal of the card machine as the holder is told it: the phase, and what they could do instead. */
export function toTransitionRefused({ state }: Pick<Binding, 'state'>): TransitionRefused {
  return { kind: 'TRANSITION_REFUSED', phase: state.phase, possible: possibleTriggers(state, 'HOLDER') };
}
