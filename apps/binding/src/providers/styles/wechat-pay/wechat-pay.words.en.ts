export const en = {
  terminationRemark: 'The holder took the card off in the wallet',
} as const;
