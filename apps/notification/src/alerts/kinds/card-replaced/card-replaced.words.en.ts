export const en = {
  name: 'Card replaced or moved',
  title: 'Your {provider} card {cause, select, MOVED {was moved} other {was replaced}}',
  body: 'On {at, date, moment} {cause, select, MOVED {your {provider} card was moved to another device.} other {a new card took the place of your {provider} card.}} The old one is taken off at its provider, once what is still open on it is settled; the app shows what. Not you? Report it lost in the app and reset your password.',
};
