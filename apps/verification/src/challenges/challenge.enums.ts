import { enumOf } from '@bindery/subgraph';
import { challengeStates, deliveryStates } from './challenge.rules';

export const ChallengeStateEnum = enumOf('ChallengeState', 'How a challenge stands.', challengeStates, {
  PENDING: 'Waits for its code.',
  ANSWERED: 'Answered rightly; its proof was given.',
  EXHAUSTED: 'Answered wrongly too often; over.',
  EXPIRED: 'Not answered in time, or a newer one took its place; over.',
});

export const DeliveryStateEnum = enumOf(
  'ChallengeDeliveryState',
  'Where the newest message with the code is, as the carrier says.',
  [...deliveryStates, 'NOT_SENT'],
  {
    QUEUED: 'About to be handed to the carrier.',
    ACCEPTED: 'The carrier has it.',
    DELIVERED: 'The carrier says that it arrived.',
    FAILED: 'It cannot be delivered; send it again or use another factor.',
    NOT_SENT: 'The factor sends nothing.',
  },
);
