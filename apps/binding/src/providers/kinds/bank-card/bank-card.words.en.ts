export const en = {
  kind: 'bank card',
  name: '{provider} {brand} ·· {lastFour}',
  CARD_NOT_ACCEPTED: 'The provider does not accept this card.',
} as const;
