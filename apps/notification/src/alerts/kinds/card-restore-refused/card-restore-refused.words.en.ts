export const en = {
  name: 'Card could not be restored',
  title: 'Your {provider} card was not restored',
  body: '{lapsed, select, yes {The time to finish restoring your {provider} card was over on {at, date, moment}.} other {{provider} refused on {at, date, moment} to restore your card.}} {reason} The app shows what you can do.',
};
