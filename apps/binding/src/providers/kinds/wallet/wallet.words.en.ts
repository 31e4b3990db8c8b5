export const en = {
  kind: 'wallet',
  ACCOUNT_NOT_ACCEPTED: 'The wallet does not take this account.',
  ACCOUNT_UNKNOWN: 'The wallet does not know this account.',
} as const;
