export const en = {
  'effect.DEFAULT_MOVES': '{card} becomes your default card.',
  'effect.NO_DEFAULT_LEFT': 'You will have no default card to pay with.',
  'effect.DOORS_LOST':
    'At {site} these doors will not open any more: {doors}. Offline readers may take until {until, date, moment} to know.',
  'effect.FEE': 'A fee of {amount} is charged once ({source}).',
  'effect.RESTORABLE': 'You can undo it until the end of {lastDay, date, wholeDay}.',
  'effect.NOT_RESTORABLE': 'It cannot be undone. You can bind the card again later.',
  'effect.BALANCE': 'A balance of {amount} is unspent.',
  'effect.PENDING_PAYMENT': 'A payment of {amount} is pending: {about}.',
  'effect.MANDATE': 'A recurring payment to {merchant} runs on this card.',
  'effect.DEVICES':
    'The card is taken off this device. It stays on {stays, plural, one {# other device} other {# other devices}}.',
  'effect.DEVICES.only': 'The card is taken off this device. It is bound on no other.',
  'effect.PHYSICAL_CARD_WORKS': 'Your physical card still works.',
  'effect.HISTORY_STAYS': 'Your payments, bills and usage records stay in your account.',
  'blocker.BALANCE': 'Spend or withdraw the balance first.',
  'blocker.PENDING_PAYMENT': 'A payment is still pending. Wait until it is done, or settle it.',
  'blocker.MANDATE': 'Cancel the recurring payment first.',
  'blocker.OBLIGATIONS_UNKNOWN': 'The provider does not say now whether payments are open. Please try again.',
} as const;
