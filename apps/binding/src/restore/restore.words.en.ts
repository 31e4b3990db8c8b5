export const en = {
  WINDOW_OVER: 'The time to restore this card is over. You can bind it again.',
  NOT_OFFERED: 'This provider does not restore cards. You can bind it again.',
  BOUND_AGAIN: 'This card has been bound again in the meantime.',
} as const;
