import { enumOf } from '@bindery/subgraph';
import { emergencyChecks } from './emergency.rules';

export const EmergencyCheckEnum = enumOf(
  'EmergencyCheckCode',
  'What to go through when somebody else may have been in the account.',
  emergencyChecks,
  {
    CHANGE_PASSWORD: 'Choose a new password: changePassword, or resetPassword where the old one is not known.',
    LOGINS: 'Where somebody was logged in: Account.devices and Account.sessions; endSession ends one.',
    CONTACTS: 'Where codes and alerts go: Account.contactPoints.',
    CARD_CHANGES:
      'What became of cards: Account.recentCardChanges; what was not you is reported lost, taken off or restored.',
    NOTIFICATIONS: 'What was told: Account.inbox.',
    CONTACT_SUPPORT: 'Ask people.',
  },
);
