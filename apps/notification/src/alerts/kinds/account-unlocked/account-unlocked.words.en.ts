export const en = {
  name: 'Account unlocked',
  title: 'Your account is unlocked',
  body: 'The lock of your account was lifted on {at, date, moment}. Not you? Look at your devices and sessions in the app.',
};
