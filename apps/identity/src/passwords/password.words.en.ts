export const en = {
  PASSWORD_TOO_SHORT:
    'The password needs at least {minimumLength} characters. A few unrelated words are easy to remember.',
  PASSWORD_COMMON: 'This password is made of words that everybody tries first. Choose others.',
  PASSWORD_PREDICTABLE: 'This password repeats itself or counts up. Choose one that is harder to guess.',
  PASSWORD_PERSONAL: 'This password is made of your name or number, which others know. Choose another.',
};
