export const en = {
  name: 'Sign-in on a new device',
  title: 'Sign-in on a new device',
  body: 'Somebody signed in to your account on a new device on {at, date, moment}. Not you? End that session in the app and change your password.',
};
