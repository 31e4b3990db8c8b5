export const en = {
  name: 'Card bound',
  title: 'Your {provider} card is bound',
  body: 'Your {provider} card was bound on {at, date, moment}. Not you? Take it off in the app.',
};
