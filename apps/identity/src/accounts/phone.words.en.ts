export const en = {
  PHONE_INVALID:
    'This is not a phone number we can use. Check it, and begin with + and the country code if it is not a Chinese one.',
  MOBILE_NUMBER_NEEDED:
    'A mobile number is needed: codes and alerts come by text message. Landlines and special numbers get none, nor do phones of countries that we do not serve yet.',
};
