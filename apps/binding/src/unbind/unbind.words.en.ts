export const en = {
  PLAN_STALE: 'Something has changed since you read the plan. Please read the new one.',
  UNBIND_BLOCKED: 'Something must be settled before the card can be taken off.',
  FEE_NOT_ACCEPTED: 'Taking this card off costs {amount}. Please accept the fee.',
  'FEE_NOT_ACCEPTED.other':
    'Taking this card off costs {amount}, and {accepted} was accepted. Please accept the fee as it is.',
  'receipt.lead': 'Unbound {card} on {at, date, moment}.',
  'receipt.fee': 'Fee charged: {amount}.',
  'receipt.free': 'No fee was charged.',
  'receipt.restorable': 'You can restore it until {until, date, moment}.',
  'receipt.final': 'It cannot be restored; you can bind it again.',
  'receipt.readers':
    'Online checks refuse the card already. Readers without a line may take until {until, date, moment} to know.',
  'receipt.readerOffline': '{door} had no line: it may open to the old card until {until, date, moment}.',
  'receipt.records': 'Your records stay in your account.',
  'receipt.recordsAndCard': 'Your records stay in your account, and your physical card still works.',
} as const;
