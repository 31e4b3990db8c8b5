import { enumOf } from '@bindery/subgraph';
import { usageKinds, useConcerns } from './usage.rules';

export const UsageKindEnum = enumOf('UsageKind', 'What a card was used for.', usageKinds, {
  DOOR_OPENED: 'A door was opened.',
  PAYMENT: 'Something was paid.',
  REFUSED: 'The card was refused.',
});

export const UseConcernEnum = enumOf('UseConcern', 'What is wrong about a use of a card.', useConcerns, {
  AFTER_UNBIND: 'The card was off.',
  WHILE_HELD: 'The card was blocked.',
  WITHOUT_CONSENT: 'Its lender was not allowed to collect.',
  READER_NOT_TOLD: 'The card was off; its holder had been told that this reader may still open to it for a while.',
});
