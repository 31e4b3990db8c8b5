export const en = {
  CARD_NOT_USABLE: 'This card cannot pay now, so it cannot be the default.',
} as const;
