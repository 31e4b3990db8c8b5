/** Why a holder takes a card off; typed and kept (requirement 2). */
export const unbindReasons = [
  'DEVICE_CHANGE',
  'SECURITY_RISK',
  'CARD_REPLACED',
  'NO_LONGER_USED',
  'PRIVACY',
  'WALLET_CHANGE',
  'ACCOUNT_COMPROMISED',
  'OTHER',
] as const;

export type UnbindReason = (typeof unbindReasons)[number];
