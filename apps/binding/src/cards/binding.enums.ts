import { registerEnumType } from 'type-graphql';
import { actors, holdOwners, phases, statuses, syncStates } from '@bindery/card-lifecycle';
import { nextStepCodes } from '../next-steps/next-steps.rules';
import { cardKinds, restoreStrategies, suspendModes } from '../catalogue/provider-profile.rules';
import { effectSeverities } from '../unbind/unbind-effect.rules';
import { unbindReasons } from '../unbind/unbind-reason.rules';
import { usageKinds } from '../usage/usage.rules';
import { enumWords } from './enum-words';

type EnumName = keyof typeof enumWords;

/** Registers an enum whose values are their own names; a value without its description does not compile. */
function enumOf<const Value extends string>(
  name: EnumName,
  description: string,
  values: readonly Value[],
  words: Readonly<Record<Value, string>>,
) {
  const members = Object.fromEntries(values.map((value) => [value, value])) as { [Member in Value]: Member };
  const valuesConfig = Object.fromEntries(values.map((value) => [value, { description: words[value] }]));
  registerEnumType(members, { name, description, valuesConfig: valuesConfig as never });
  return members;
}

const operationKinds = ['BIND', 'ACTIVATE', 'SUSPEND', 'RESUME', 'UNBIND', 'RESTORE'] as const;

export const CardKindEnum = enumOf('CardKind', 'What kind of card it is.', cardKinds, enumWords.CardKind);
export const BindingPhaseEnum = enumOf('BindingPhase', 'What a binding waits for.', phases, enumWords.BindingPhase);
export const BindingStatusEnum = enumOf(
  'BindingStatus',
  'The one word a client shows, derived from phase, holds and sync.',
  statuses,
  { ...enumWords.BindingPhase, ...enumWords.BindingStatus },
);
export const HoldOwnerEnum = enumOf(
  'HoldOwner',
  'Whose reason it is that a card may not be used.',
  holdOwners,
  enumWords.HoldOwner,
);
export const SyncStateEnum = enumOf(
  'SyncState',
  'How our view and the provider’s relate.',
  syncStates,
  enumWords.SyncState,
);
export const OperationKindEnum = enumOf(
  'OperationKind',
  'What is asked of a provider.',
  operationKinds,
  enumWords.OperationKind,
);
export const BindingActorEnum = enumOf('BindingActor', 'Who can change a binding.', actors, enumWords.BindingActor);
export const NextStepCodeEnum = enumOf(
  'NextStepCode',
  'What the holder can do now.',
  nextStepCodes,
  enumWords.NextStepCode,
);
export const RestoreStrategyEnum = enumOf(
  'RestoreStrategy',
  'How an unbound card comes back.',
  restoreStrategies,
  enumWords.RestoreStrategy,
);
export const SuspendModeEnum = enumOf('SuspendMode', 'How a card is suspended.', suspendModes, enumWords.SuspendMode);
export const UnbindReasonEnum = enumOf(
  'UnbindReason',
  'Why a holder takes a card off (requirement 2).',
  unbindReasons,
  enumWords.UnbindReason,
);
export const UnbindEffectSeverityEnum = enumOf(
  'UnbindEffectSeverity',
  'How much an effect matters.',
  effectSeverities,
  enumWords.UnbindEffectSeverity,
);
export const UsageKindEnum = enumOf('UsageKind', 'What a card was used for.', usageKinds, enumWords.UsageKind);
