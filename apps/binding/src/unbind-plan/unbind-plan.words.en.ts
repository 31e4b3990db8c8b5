export const en = {
  'effect.TAKES_EFFECT':
    'You cannot use the card from the moment you confirm. The provider confirms by {until, date, moment} at the latest, or we look into it.',
  'effect.DEFAULT_MOVES': '{card} becomes your default card.',
  'effect.NO_DEFAULT_LEFT': 'You will have no default card to pay with.',
  'effect.DOORS_LOST':
    'At {site} these doors will not open any more: {doors}. A reader that loses its line may take until {until, date, moment} to know.',
  'effect.DOORS_LOST.offline':
    'At {site} these doors will not open any more: {doors}. Without a line now: {offline}; it may take until {until, date, moment} to know.',
  'reader.ONLINE': '{door} is told at once; if its line breaks, at the latest by {until, date, moment}.',
  'reader.OFFLINE': '{door} has no line now: it may open to the old card until {until, date, moment}.',
  'reader.UNKNOWN': '{door} knows by {until, date, moment} at the latest.',
  'effect.FEE':
    'A fee of {amount} is charged once, when the provider has confirmed ({source}). You get it back if you dispute the removal by {until, date, moment} and are right.',
  'effect.RESTORABLE': 'You can undo it until {until, date, moment}.',
  'effect.NOT_RESTORABLE': 'It cannot be undone. You can bind the card again later.',
  'effect.BALANCE': 'A balance of {amount} is unspent.',
  'effect.PENDING_PAYMENT': 'A payment of {amount} is pending: {about}.',
  'effect.MANDATE': 'A recurring payment to {merchant} runs on this card.',
  'effect.MANDATE.next':
    'A recurring payment to {merchant} runs on this card, the next one on {nextDay, date, wholeDay}.',
  'effect.MANDATE.amount':
    'A recurring payment to {merchant} runs on this card: {amount}, the next one on {nextDay, date, wholeDay}.',
  'effect.LOAN':
    'A loan runs: {amount} is not paid back{due, select, yes {, the next repayment is on {nextDay, date, wholeDay}} other {}}. It is not settled by an unbind.',
  'effect.AGREEMENT_ENDS':
    'Your agreement with {provider} ends there, too: nobody can collect under it any more, and it does not come back. To use {provider} here again you sign a new one.',
  'effect.DEVICES':
    'The card is taken off this device. It stays on {stays, plural, one {# other device} other {# other devices}}.',
  'effect.DEVICES.only': 'The card is taken off this device. It is bound on no other.',
  'effect.KEYS_STAY':
    'The keys and everything at this address stay with you, in your own wallet. Only the card here goes; nobody else is told.',
  'effect.DISPUTE_OPEN':
    'You have disputed something of this card: {about}. We go on looking into it, whether it is off or not.',
  'dispute.UNAUTHORISED_UNBIND': 'that it was taken off',
  'dispute.UNAUTHORISED_BIND': 'that it was bound',
  'dispute.UNAUTHORISED_LOAN': 'a loan',
  'dispute.UNAUTHORISED_USE': 'a use of it',
  'dispute.IMPERSONATION': 'that somebody pretended to be you',
  'effect.PHYSICAL_CARD_WORKS': 'Your physical card still works.',
  'effect.HISTORY_STAYS': 'Your payments, bills and usage records stay in your account.',
  'blocker.BALANCE': 'Spend or withdraw the balance first.',
  'blocker.PENDING_PAYMENT': 'A payment is still pending. Wait until it is done, or settle it.',
  'blocker.MANDATE':
    'A recurring payment runs on this card. Cancel it first, or move it to another card of the same provider.',
  'blocker.MANDATE.cancel': 'A recurring payment runs on this card. Cancel it first.',
  'blocker.MANDATE.outside': 'A recurring payment runs on this card. Have its provider cancel it first.',
  'noMove.NOT_OFFERED': 'It cannot be moved to another card here: {provider} does not do that.',
  'noMove.HELD': 'It cannot be moved to another card while this one is held.',
  'noMove.NO_CARD_THERE':
    'It can only be moved to another card of {provider}, and you have none here that can be used.',
  'blocker.LOAN': 'Pay the loan back first. It cannot come off before, unless the loan is not yours.',
  'blocker.OBLIGATIONS_UNKNOWN': 'The provider does not say now whether payments are open. Please try again.',
} as const;
