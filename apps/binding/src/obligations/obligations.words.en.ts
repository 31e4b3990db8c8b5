export const en = {
  consent:
    'From now on {merchant} may collect from my {is, select, NAME {account ***{lastFour}} other {card ending {lastFour}}}, and no more from the card it was on.',
  'offer.CANCEL_MANDATE': '{merchant} collects from this card no more. What you bought there may end with it.',
  'offer.MOVE_MANDATE':
    '{merchant} collects from your {is, select, NAME {account ***{lastFour}} other {card ending {lastFour}}} from then on.',
  'offer.SETTLE_PENDING': '{amount} is paid now: {about}.',
  'offer.WITHDRAW_BALANCE': 'The whole balance of {amount} is paid out to where it came from.',
  balance: 'Balance',
  'state.PENDING': 'Under way: the provider answers by {deadline, date, moment}.',
  'state.OVERDUE': 'The provider has not answered in time. We keep asking and look into it.',
  'state.DONE': 'Done.',
  'state.REFUSED': 'The provider has refused; nothing was done. {cause}',
  kept: 'Another card has taken its place. It stays at its provider until this is settled: {things}. It is refused here meanwhile.',
  'kept.BALANCE': 'the balance',
  'kept.PENDING_PAYMENT': 'a pending payment',
  'kept.LOAN': 'a loan',
  OFFER_CHANGED: 'What hangs on this card is not as it was shown. Please look again.',
  OBLIGATION_UNDER_WAY: 'Something is being done about this already. Please wait for it.',
} as const;
