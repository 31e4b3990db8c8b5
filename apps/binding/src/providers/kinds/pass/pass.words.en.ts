export const en = {
  kind: 'pass',
  PASS_NOT_OFFERED: 'This provider has no such pass.',
} as const;
