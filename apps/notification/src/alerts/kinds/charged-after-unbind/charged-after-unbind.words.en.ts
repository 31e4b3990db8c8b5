export const en = {
  name: 'Charged after it was taken off',
  title: 'Your {provider} card was charged although it is off',
  body: 'On {at, date, moment} your {provider} card was charged, after you had taken it off. We look into it. The app shows the charge and what you can do.',
};
