import type { Approve, AskForMore, Cancel, Lapse, Refuse, RequirementsMet, StartBinding } from './binding-triggers';
import type { AddHold, LiftHold } from './hold-triggers';
import type {
  CardUpdated,
  ProviderConfirmed,
  ProviderRefused,
  ProviderSaysAbsent,
  ProviderWantsActivation,
  RemovedElsewhere,
  SyncChanged,
} from './provider-triggers';
import type { Reinstate, RequestRestore, RequestUnbind, Revoke, SuccessorBound } from './unbinding-triggers';

/**
 * Everything that can happen to a binding: who did it and the facts the table's "only if" asks for. The machine has no
 * clock and reads nothing, so facts that need either come as booleans that the caller has established.
 */
export type Trigger =
  | StartBinding
  | RequirementsMet
  | Approve
  | AskForMore
  | Refuse
  | Cancel
  | Lapse
  | ProviderConfirmed
  | ProviderWantsActivation
  | ProviderRefused
  | AddHold
  | LiftHold
  | RequestUnbind
  | ProviderSaysAbsent
  | RemovedElsewhere
  | RequestRestore
  | Reinstate
  | SuccessorBound
  | Revoke
  | CardUpdated
  | SyncChanged;

export type TriggerType = Trigger['type'];

export type TriggerOf<Type extends TriggerType> = Extract<Trigger, { type: Type }>;

export const triggerTypes = [
  'StartBinding',
  'RequirementsMet',
  'Approve',
  'AskForMore',
  'Refuse',
  'Cancel',
  'Lapse',
  'ProviderConfirmed',
  'ProviderWantsActivation',
  'ProviderRefused',
  'AddHold',
  'LiftHold',
  'RequestUnbind',
  'ProviderSaysAbsent',
  'RemovedElsewhere',
  'RequestRestore',
  'Reinstate',
  'SuccessorBound',
  'Revoke',
  'CardUpdated',
  'SyncChanged',
] as const satisfies readonly TriggerType[];
