import { isTerminal, openOperation, statusOf, voicesOf, type BindingState } from '@bindery/card-lifecycle';
import type { Binding, OperationSummary } from '../lifecycle';
import { toHoldCause } from './binding.enums';
import { BindingType, type BindingHoldType, type BindingOperationType, type BindingSyncType } from './binding.type';

export function toBindingType(binding: Binding): BindingType {
  const { id, state, deviceId, credentialReference, startedAt, boundAt, unboundAt } = binding;
  return Object.assign(new BindingType(), {
    id,
    status: statusOf(state),
    phase: state.phase,
    holds: state.holds.map((hold) => toHold(hold, binding)),
    sync: toSync(state),
    device: { id: deviceId },
    credentialReference,
    startedAt,
    boundAt,
    unboundAt,
    source: binding,
  });
}

const toHold = (
  { owner, reason, since }: BindingState['holds'][number],
  { provider, state }: Binding,
): BindingHoldType => ({
  owner,
  cause: toHoldCause(owner, reason),
  reason,
  since: new Date(since),
  liftableBy: [...voicesOf[owner]],
  of: {
    provider,
    isOff: state.phase === 'UNBOUND' || state.phase === 'RETIRED',
    isOver: isTerminal(state.phase),
  },
});

function toSync({ sync }: BindingState): BindingSyncType {
  const operation = openOperation(sync);
  return {
    state: sync.state,
    operation: operation?.kind ?? null,
    deadline: operation ? new Date(operation.deadline) : null,
  };
}

/** Operations travel as JSON in kept answers, so their deadline is text. */
export const toOperationType = ({ id, kind, deadline }: OperationSummary): BindingOperationType => ({
  id,
  kind,
  deadline: new Date(deadline),
});
