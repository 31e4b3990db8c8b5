export const en = {
  PHONE_TAKEN: 'This phone already has an account. Log in, or reset the password if you forgot it.',
};
