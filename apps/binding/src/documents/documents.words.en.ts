export const en = {
  document: '{type, select, MAINLAND_ID {Identity card} PASSPORT {Passport} other {Document}}',
  NOTHING_TO_RENEW:
    'No document of this card expires soon: a newer one can be brought from 60 days before its last day.',
} as const;
