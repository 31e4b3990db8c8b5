export const en = {
  kind: 'bank card',
  name: '{provider} {brand} ·· {lastFour}',
  CARD_DETAILS_DIFFER:
    'The name or the ID number is not the one that the bank has for this card. The bank does not say which of the two.',
  RESERVED_PHONE_DIFFERS:
    'This is not the phone number that you left with the bank for this card. Use that one, or have the bank change it.',
  CARD_NOT_ACCEPTED: 'The provider does not accept this card.',
} as const;
