import { openOperation, possibleTriggers } from '@bindery/card-lifecycle';
import { err, type Err } from '@bindery/kernel';
import type { Binding } from './binding.rules';
import type { BindingError, BindingErrorOf } from './lifecycle.errors';
import type { SentOperation } from '../use-cases/sent-operation';

/** A refusal that keeps its kind in its type. */
export const refuse = <const E extends BindingError>(error: E): Err<E> => err(error);

/** A refusal of the card machine as the holder is told it: the phase, and what they could do instead. */
export function toTransitionRefused({ state }: Pick<Binding, 'state'>): BindingErrorOf<'TRANSITION_REFUSED'> {
  return { kind: 'TRANSITION_REFUSED', phase: state.phase, possible: possibleTriggers(state, 'HOLDER') };
}

/** The operation that a step has just sent. */
export function sentOperation({ id, state }: Pick<Binding, 'id' | 'state'>): SentOperation {
  const open = openOperation(state.sync);
  if (!open) throw new Error(`binding ${id} has sent no operation`);
  return { id: open.id, kind: open.kind, deadline: open.deadline };
}
