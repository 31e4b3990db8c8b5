export const en = {
  'CARD_NUMBER_INVALID.NOT_DIGITS': 'A card number has digits only.',
  'CARD_NUMBER_INVALID.LENGTH': 'The card number is too short or too long.',
  'CARD_NUMBER_INVALID.CHECKSUM': 'There is a mistake in the card number. Please check each digit.',
  'CARD_NUMBER_INVALID.BRAND_UNKNOWN': 'We do not know this kind of card.',
  PROVIDER_UNKNOWN: 'We do not know this provider.',
  TERMS_CHANGED:
    'What you agreed to is not what the provider’s terms say now. Please read the current terms before you agree.',
  ALREADY_BOUND: 'This card is bound on this device already.',
  KIND_WANTED: 'This provider takes cards of one kind, {kind}. Please enter one of that kind.',
  BINDING_LIMIT: 'This provider allows {limit, plural, one {# card} other {# cards}} at most.',
  ACCOUNT_LOCKED: 'Your account is locked. Cards can be bound once it is unlocked.',
  CARD_REPORTED_LOST: 'This card is reported lost. If you have found it, say so first.',
  LOAN_RUNNING:
    'This account was to move to this device, but a loan of it is not paid back, and its lender does not let the loan go along. It stays where it is.',
  CARD_HELD: 'We hold this card, and only we can lift that. It cannot be bound until then.',
  DEVICE_REPORTED_LOST: 'This device is reported lost. If you have found it, say so first.',
} as const;
