export const en = {
  PASSWORD_WRONG: 'This is not your password so far. Check it, or log out and reset it by a code.',
};
