/** The message by action: what the code is for, how long it is good, and that nobody else needs it. */
const messages = {
  REGISTER:
    '{code} is your code to open an account with this number. Good for {minutes} minutes. Never give it to anyone, not even to us. Not you? Ignore it.',
  RESET_PASSWORD:
    '{code} is your code to set a NEW PASSWORD. Good for {minutes} minutes. Never give it to anyone, not even to us. Not you? Ignore it.',
  BIND: '{code} is your code to BIND a card to your account. Good for {minutes} minutes. Never give it to anyone, not even to us.',
  UNBIND:
    '{code} is your code to take a card OFF your account. Good for {minutes} minutes. Never give it to anyone, not even to us.',
  RESTORE:
    '{code} is your code to put a card BACK on your account. Good for {minutes} minutes. Never give it to anyone, not even to us.',
  FOUND:
    '{code} is your code to take back a LOST report, so that cards work again. Good for {minutes} minutes. Never give it to anyone, not even to us.',
  MOVE: '{code} is your code to MOVE your cards to another device. Good for {minutes} minutes. Never give it to anyone, not even to us.',
  CANCEL_MANDATE:
    '{code} is your code to CANCEL a recurring payment. Good for {minutes} minutes. Never give it to anyone, not even to us.',
  MOVE_MANDATE:
    '{code} is your code to MOVE a recurring payment to another card of yours. Good for {minutes} minutes. Never give it to anyone, not even to us.',
  SETTLE_PENDING:
    '{code} is your code to PAY a pending payment. Good for {minutes} minutes. Never give it to anyone, not even to us.',
  WITHDRAW_BALANCE:
    '{code} is your code to WITHDRAW the balance of a card. Good for {minutes} minutes. Never give it to anyone, not even to us.',
  OPEN_LOAN:
    '{code} is your code to TAKE OUT A LOAN. Good for {minutes} minutes. Never give it to anyone, not even to us.',
};

export const en = {
  ...messages,
  waiting: 'Enter the code that we sent to your phone',
  answerForm: 'The code has six digits.',
};
