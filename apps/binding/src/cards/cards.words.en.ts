export const en = {
  TRANSITION_REFUSED: 'This cannot be done in the state the card is in now.',
} as const;
