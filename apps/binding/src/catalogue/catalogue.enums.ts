import { enumOf } from '@bindery/subgraph';
import { restoreStrategies, suspendModes } from './provider-profile.rules';

export const RestoreStrategyEnum = enumOf('RestoreStrategy', 'How an unbound card comes back.', restoreStrategies, {
  REACTIVATE: 'The old credential works again.',
  REPROVISION: 'A new credential is given.',
  REBIND_ONLY: 'Nothing comes back; the card can be bound anew.',
});

export const SuspendModeEnum = enumOf('SuspendMode', 'How a card is suspended.', suspendModes, {
  NATIVE: 'The provider suspends the card.',
  EMULATED: 'Readers are told by us that it is suspended.',
  NONE: 'It cannot be suspended.',
});
