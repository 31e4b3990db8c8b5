/** What answering will allow, by action. */
const consent = {
  'consent.REGISTER': 'This opens a new Bindery account with your phone number.',
  'consent.RESET_PASSWORD': 'This lets you set a new password for the account with your phone number.',
  'consent.BIND': 'This binds the {kind} to your account.',
  'consent.UNBIND': 'This takes the {kind} off your account, exactly as the plan {plan} lists it.',
  'consent.RESTORE': 'This puts the {kind} back on your account.',
  'consent.FOUND':
    'This takes back the report that your card or device is lost; what was held for it can be used again.',
  'consent.MOVE': 'This moves the cards of your other device to this one, exactly as the plan {plan} lists it.',
  'consent.CANCEL_MANDATE': 'This cancels a recurring payment of the {kind}, exactly as the offer {plan} names it.',
  'consent.MOVE_MANDATE':
    'This moves a recurring payment of the {kind} to another card of yours, exactly as the offer {plan} names both.',
  'consent.SETTLE_PENDING': 'This pays a pending payment of the {kind}, exactly as the offer {plan} names it.',
  'consent.WITHDRAW_BALANCE': 'This pays out the balance of the {kind}, exactly as the offer {plan} names it.',
  'consent.OPEN_LOAN': 'This takes out the loan exactly as the offer {plan} says it.',
};

const problems = {
  TOO_MANY_CHALLENGES: 'No more codes can be sent for now. You can ask for one again at {at, date, moment}.',
  PHONE_INVALID:
    'This is not a phone number that we can reach. Write it with its country code, e.g. +86 138 0000 0001.',
  MOBILE_NUMBER_NEEDED:
    'A mobile number is needed: codes and alerts come by text message. Landlines and special numbers get none, nor do phones of countries that we do not serve yet.',
  NO_CONTACT_POINT: 'Your account has nothing confirmed yet that a code of this kind could be sent to.',
  'NOTHING_TO_PROVE.BIND': 'There is nothing to confirm any more: it was confirmed already, or given up.',
  'NOTHING_TO_PROVE.RESTORE': 'This card can no longer be restored, so no code is sent for it.',
  'NOTHING_TO_PROVE.OTHER': 'This card is no longer there, so no code is sent for it.',
  WRONG_CODE:
    '{left, plural, =0 {That is not the code, and it was the last try.} one {That is not the code. One try is left.} other {That is not the code. # tries are left.}}',
  CHALLENGE_ANSWERED: 'This code was used already. Ask for a new one.',
  CHALLENGE_EXHAUSTED: 'This code was entered wrongly too often. Ask for a new one.',
  CHALLENGE_EXPIRED: 'This code is no longer good. Ask for a new one.',
  CHALLENGE_PENDING: 'This code is waiting for its answer.',
  RESEND_TOO_SOON:
    '{delivery, select, FAILED {The message with the code could not be delivered.} DELIVERED {The message with the code was delivered to your phone.} other {The code is on its way.}} It can be sent again at {at, date, moment}.',
  RESENDS_USED_UP: 'This code cannot be sent again. Ask for a new one.',
};

export const en = { ...consent, ...problems };
