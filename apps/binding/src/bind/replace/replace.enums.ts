import { enumOf } from '@bindery/subgraph';
import { replacementReasons } from '../../succession';

export const ReplacementReasonEnum = enumOf('ReplacementReason', 'Why a card is replaced.', replacementReasons, {
  DAMAGED: 'It does not work any more; it can be used until the new one is bound, where it still can.',
  LOST: 'It is lost; it is held at once.',
  STOLEN: 'It was stolen; it is held at once.',
  EXPIRED: 'It expired, or will soon.',
});
