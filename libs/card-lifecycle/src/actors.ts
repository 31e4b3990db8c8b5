/** Who may pull a trigger. PROVIDER is the provider's word however it came: answer, webhook or the result of a query. */
export const actors = [
  'HOLDER',
  'DEVICE',
  'PROVIDER',
  'ACCESS_ADMIN',
  'AGENT',
  'REVIEWER',
  'RISK',
  'COMPLIANCE',
  'SYSTEM',
] as const;

export type Actor = (typeof actors)[number];
