import { enumOf } from '@bindery/subgraph';
import { deliveryStates } from './delivery-state.rules';

export const NotificationDeliveryStateEnum = enumOf(
  'NotificationDeliveryState',
  'How far a notification came on one channel.',
  deliveryStates,
  {
    QUEUED: 'Waits to be sent, for the first time or again.',
    SENDING: 'Is being handed to the carrier.',
    SENT: 'The carrier took it; for mail the last state that is known.',
    DELIVERED: 'It arrived.',
    FAILED: 'It did not arrive and is not tried again.',
  },
);
