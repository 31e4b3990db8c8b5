export const en = {
  PHONE_INVALID:
    'This is not a phone number we can use. Check it, and begin with + and the country code if it is not a Chinese one.',
};
