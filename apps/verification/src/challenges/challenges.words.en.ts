const kind =
  '{kind, select, BANK_CARD {the bank card} ACCESS_CARD {the access card} WALLET {the wallet} other {the card}}';

/** Sent as SMS: what the code is for, how long it is good, and that nobody else needs it. */
const messages = {
  'sms.REGISTER':
    '[Bindery] {code} is your code to open an account with this number. Good for {minutes} minutes. Never give it to anyone, not even to us. Not you? Ignore it.',
  'sms.RESET_PASSWORD':
    '[Bindery] {code} is your code to set a NEW PASSWORD. Good for {minutes} minutes. Never give it to anyone, not even to us. Not you? Ignore it.',
  'sms.BIND':
    '[Bindery] {code} is your code to BIND a card to your account. Good for {minutes} minutes. Never give it to anyone, not even to us.',
  'sms.UNBIND':
    '[Bindery] {code} is your code to take a card OFF your account. Good for {minutes} minutes. Never give it to anyone, not even to us.',
  'sms.RESTORE':
    '[Bindery] {code} is your code to put a card BACK on your account. Good for {minutes} minutes. Never give it to anyone, not even to us.',
};

const shown = {
  'shown.REGISTER': 'This opens a new Bindery account with your phone number.',
  'shown.RESET_PASSWORD': 'This lets you set a new password for the account with your phone number.',
  'shown.BIND': `This binds ${kind} to your account.`,
  'shown.UNBIND': `This takes ${kind} off your account, exactly as the plan {plan} lists it.`,
  'shown.RESTORE': `This puts ${kind} back on your account.`,
};

const waiting = {
  'waiting.CHALLENGE': 'Enter the code that we sent to your phone',
  'waiting.VERIFYING': `Confirm that you want to bind ${kind}`,
  'waiting.AWAITING_ACTIVATION': `Activate ${kind} with its provider`,
};

const problems = {
  TOO_MANY_CHALLENGES: 'No more codes can be sent for now. You can ask for one again at {at, date, moment}.',
  PHONE_INVALID:
    'This is not a phone number that we can reach. Write it with its country code, e.g. +86 138 0000 0001.',
  NO_CONTACT_POINT: 'Your account has nothing confirmed yet that a code of this kind could be sent to.',
  WRONG_CODE:
    '{left, plural, =0 {That is not the code, and it was the last try.} one {That is not the code. One try is left.} other {That is not the code. # tries are left.}}',
  CHALLENGE_ANSWERED: 'This code was used already. Ask for a new one.',
  CHALLENGE_EXHAUSTED: 'This code was entered wrongly too often. Ask for a new one.',
  CHALLENGE_EXPIRED: 'This code is no longer good. Ask for a new one.',
  CHALLENGE_PENDING: 'This code is waiting for its answer.',
  RESEND_TOO_SOON: 'The code is on its way. It can be sent again at {at, date, moment}.',
  RESENDS_USED_UP: 'This code cannot be sent again. Ask for a new one.',
  CODE_FORM: 'The code has six digits.',
};

export const en = { ...messages, ...shown, ...waiting, ...problems };

export type WordKey = keyof typeof en;
