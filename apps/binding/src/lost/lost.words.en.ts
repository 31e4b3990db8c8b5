export const en = {
  NOT_REPORTED_LOST: 'This is not reported lost.',
} as const;
