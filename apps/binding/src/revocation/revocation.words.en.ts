export const en = {
  CONFIRMED: '{door} has confirmed on {at, date, moment}.',
  PENDING: '{door} has not confirmed yet; at the latest on {until, date, moment}.',
  OFFLINE: '{door} is offline; it may open to the old card until {until, date, moment}.',
  all: 'All readers have confirmed that the card is off.',
  some: '{confirmed, number} of {count, plural, one {# reader has} other {# readers have}} confirmed that the card is off; the rest know by {until, date, moment} at the latest.',
} as const;
