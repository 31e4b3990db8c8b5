export const en = {
  STALE:
    '{count, plural, one {# card has} other {# cards have}} not been used for {days} days. Take off what you no longer need.',
  TOO_MANY: 'You have {count} cards bound. Take off what you no longer need.',
} as const;
