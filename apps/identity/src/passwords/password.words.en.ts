export const en = {
  PHONE_INVALID:
    'This is not a phone number we can use. Check it, and begin with + and the country code if it is not a Chinese one.',
  PHONE_TAKEN: 'This phone already has an account. Log in, or reset the password if you forgot it.',
  PASSWORD_TOO_SHORT:
    'The password needs at least {minimumLength} characters. A few unrelated words are easy to remember.',
  PASSWORD_COMMON: 'This password is made of words that everybody tries first. Choose others.',
  PASSWORD_PREDICTABLE: 'This password repeats itself or counts up. Choose one that is harder to guess.',
  PASSWORD_PERSONAL: 'This password is made of your name or number, which others know. Choose another.',
  PROOF_REJECTED: 'The confirmation of your phone does not hold for this any more. Please confirm it again.',
  LOG_IN_FAILED: 'Phone or password is not right. If you are sure of both, reset the password.',
  SESSION_ENDED: 'You have been signed out. Please log in again.',
};
