export const en = {
  /** For a card of which no event has told what its kind is called. */
  card: 'card',
} as const;
