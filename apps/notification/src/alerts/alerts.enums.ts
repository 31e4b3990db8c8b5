import { enumOf } from '@bindery/subgraph';
import { kinds } from './kinds';
import { actionKinds } from './notification-action.rules';
import { notificationKinds, type NotificationKind } from './notification-kind.rules';

/** Made of the kinds there are. */
export const NotificationKindEnum = enumOf(
  'NotificationKind',
  'What a notification is about.',
  notificationKinds,
  Object.fromEntries(kinds.map(({ code, description }) => [code, description])) as Record<NotificationKind, string>,
);

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
    OPEN_EXPORTS: 'Fetch files of records that were asked for.',
    CONTACT_SUPPORT: 'Ask the people who look into it.',
  },
);
