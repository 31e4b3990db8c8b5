import type { BindingState } from './state';
import { type OperationKind } from './sync';
import type { Trigger, TriggerOf } from './triggers/trigger';

export type ProviderMessage = TriggerOf<
  'ProviderConfirmed' | 'ProviderWantsActivation' | 'ProviderRefused' | 'ProviderSaysAbsent'
>;

export function isProviderMessage(trigger: Trigger): trigger is ProviderMessage {
  return 'operationId' in trigger;
}

/** Whether a message is about the operation that is open now; any other is late, repeated or out of order. */
export function answersOpenOperation(state: BindingState, message: ProviderMessage): boolean {
  const open = state.sync.operation;
  if (open === undefined || open.id !== message.operationId) return false;
  switch (message.type) {
    case 'ProviderConfirmed':
    case 'ProviderRefused':
      return isAnswerTo(open.kind, message.operationKind);
    case 'ProviderWantsActivation':
      return open.kind === 'BIND';
    case 'ProviderSaysAbsent':
      return true;
  }
}

/** Providers that know no separate activation confirm the bind itself: an ACTIVATE may share the BIND's id. */
function isAnswerTo(open: OperationKind, answered: OperationKind): boolean {
  return open === answered || (open === 'ACTIVATE' && answered === 'BIND');
}
