/** What is said of a field by the rule that was not kept; `label` is what people call the field. */
export const rulesEn = {
  REQUIRED: '{label}: please fill this in.',
  TOO_SHORT: '{label}: {limit, plural, one {# character} other {# characters}} at least.',
  TOO_LONG: '{label}: {limit, plural, one {# character} other {# characters}} at most.',
  TOO_MANY: '{label}: 1 to {limit, number} at a time.',
  CHARACTERS: '{label}: this has characters that cannot be used here.',
  FORMAT: '{label}: this does not look right. Please check it.',
  UNKNOWN: '{label}: this is none of those there are.',
  NOT_WANTED: '{label}: this does not belong here.',
} as const;

/** What people call a field, by the last name of its path that stands here. */
export const labelsEn = {
  card: 'Card',
  challengeId: 'Code that was sent',
  clientApp: 'App, in the header apollographql-client-name',
  code: 'Code',
  displayName: 'Name',
  holderName: 'Name on the card',
  idempotencyKey: 'Request of the app',
  ids: 'Messages',
  installationId: 'Installation of the app',
  locale: 'Language',
  memberNumber: 'Member number',
  name: 'Name of the device',
  newPassword: 'New password',
  number: 'Card number',
  password: 'Password',
  phone: 'Phone number',
  planDigest: 'Plan that was shown',
  preferences: 'Settings',
  site: 'Site',
  subjectId: 'What is to be confirmed',
  text: 'Terms that were shown',
  title: 'Title',
  version: 'Version of the terms',
} as const;

/** What a field is called that has no name of its own here. */
export const anyLabelEn = 'What was entered';
