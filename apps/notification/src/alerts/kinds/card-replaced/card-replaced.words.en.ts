export const en = {
  name: 'Card replaced or moved',
  title: 'Your {provider} card {cause, select, MOVED {was moved} other {was replaced}}',
  body: 'On {at, date, moment} {cause, select, MOVED {your {provider} card was moved to another device and cannot be used on the old one any more.} other {a new card took the place of your {provider} card, which cannot be used any more.}} Not you? Report it lost in the app and reset your password.',
};
