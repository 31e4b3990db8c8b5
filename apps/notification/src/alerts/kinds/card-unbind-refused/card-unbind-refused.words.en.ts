export const en = {
  name: 'Card could not be taken off',
  title: 'Your {provider} card is still bound',
  body: '{provider} refused on {at, date, moment} to take your card off. It is bound as before and no fee was charged. {reason} The app shows what you can do.',
};
