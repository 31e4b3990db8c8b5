export const en = {
  name: '{provider} {brand} ·· {lastFour}',
  CARD_NOT_ACCEPTED: 'The provider does not accept this card.',
} as const;
