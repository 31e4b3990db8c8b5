import { enumOf } from '@bindery/subgraph';
import { actionKinds } from './notification-action.rules';
import { notificationKinds } from './notification-kind.rules';

export const NotificationKindEnum = enumOf('NotificationKind', 'What a notification is about.', notificationKinds, {
  WELCOME: 'The account was made.',
  NEW_DEVICE: 'Somebody signed in on a device never used before.',
  ACCOUNT_LOCKED: 'The account was locked.',
  ACCOUNT_UNLOCKED: 'The lock of the account was lifted.',
  PASSWORD_CHANGED: 'The password was changed or reset.',
  WRONG_CODES: 'A code was entered wrongly too often.',
  CONSENT_RECORDED: 'A consent was given to a provider.',
  CARD_BOUND: 'A card was bound.',
  CARD_BIND_REFUSED: 'A card could not be bound.',
  CARD_HELD: 'Somebody other than the holder suspended a card.',
  CARD_HOLD_LIFTED: 'Somebody other than the holder lifted a suspension.',
  CARD_UNBIND_REQUESTED: 'A card is being taken off and cannot be used any more.',
  CARD_UNBOUND: 'A card was taken off.',
  CARD_UNBIND_REFUSED: 'The provider refused to take a card off; it is bound as before.',
  CARD_RESTORED: 'A card that had been taken off is bound again.',
  CARD_RESTORE_REFUSED: 'A card could not be restored.',
  CARD_REMOVED_ELSEWHERE: 'A card was taken off at the provider or on the device.',
  DEFAULT_CARD_CHANGED: 'Another card pays by default, or none does.',
});

export const NotificationActionKindEnum = enumOf(
  'NotificationActionKind',
  'What the reader can do about a notification with one tap.',
  actionKinds,
  {
    OPEN_WALLET: 'Open the list of cards.',
    OPEN_CARD: 'Open the card.',
    CONFIRM_IT_WAS_YOU: 'Say whether it was you; if not, dispute it.',
    RESTORE_CARD: 'Undo the unbinding.',
    REBIND_CARD: 'Bind the card anew.',
    REVIEW_DEVICES: 'Look at devices and sessions and end those that are not yours.',
    RESET_PASSWORD: 'Choose a new password.',
    READ_CONSENTS: 'Read and withdraw consents.',
  },
);
