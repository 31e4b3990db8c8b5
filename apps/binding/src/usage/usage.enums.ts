import { enumOf } from '@bindery/subgraph';
import { usageKinds } from './usage.rules';

export const UsageKindEnum = enumOf('UsageKind', 'What a card was used for.', usageKinds, {
  DOOR_OPENED: 'A door was opened.',
  PAYMENT: 'Something was paid.',
  REFUSED: 'The card was refused.',
});
