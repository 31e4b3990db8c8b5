export const en = {
  kind: 'wallet',
} as const;
