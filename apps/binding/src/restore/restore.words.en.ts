export const en = {
  WINDOW_OVER: 'The time to restore this card is over.',
  NOT_OFFERED: 'This provider does not restore cards.',
  BOUND_AGAIN: 'This card has been bound again in the meantime.',
} as const;
