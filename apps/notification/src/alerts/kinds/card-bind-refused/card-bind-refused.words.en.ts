export const en = {
  name: 'Card not accepted',
  title: 'Your {provider} card was not accepted',
  body: '{provider} did not accept your card on {at, date, moment}. Nothing was bound. {reason} The app shows what you can do.',
};
