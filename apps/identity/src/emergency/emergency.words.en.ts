export const en = {
  'CHANGE_PASSWORD.title': 'Choose a new password',
  'CHANGE_PASSWORD.text': 'All other logins are ended. A new password keeps whoever knows the old one out.',
  'LOGINS.title': 'Look at your logins',
  'LOGINS.text':
    '{count, plural, =0 {Nobody has logged in during the last {days} days.} one {One login during the last {days} days.} other {# logins during the last {days} days.}} Is there a device that you do not know?',
  'CONTACTS.title': 'Look at your phone numbers and mailboxes',
  'CONTACTS.text':
    '{count, plural, =0 {Nothing was changed during the last {days} days.} one {One was confirmed during the last {days} days.} other {# were confirmed during the last {days} days.}} Codes go there, so all of them should be yours.',
  'CARD_CHANGES.title': 'Look at what became of your cards',
  'CARD_CHANGES.text':
    'Cards that were bound, taken off or held lately. Report lost, take off or restore what was not you. A hold does not stop what a provider collects by an agreement that you signed there: taking the card off does, and its next steps say so.',
  'NOTIFICATIONS.title': 'Read your latest notifications',
  'NOTIFICATIONS.text': 'We tell you of everything critical. Something that you do not remember was perhaps not you.',
  'CONTACT_SUPPORT.title': 'Get help from people',
  'CONTACT_SUPPORT.text': 'Say what you have found; people go through it with you.',
} as const;
