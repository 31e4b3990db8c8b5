export const en = {
  kind: 'lender account',
  LENDER_ACCOUNT_UNKNOWN: 'The lender has no account of this person.',
  IDENTITY_MISMATCH: 'Name and identity number do not belong together, says the lender.',
} as const;
