export const en = {
  title: 'Your dispute about your {provider} card is decided',
  body: 'On {at, date, moment} we found otherwise than you told us about your {provider} card. The app shows our reasons.{restorable, select, yes { You can restore the card in the app until {restorableUntil, date, moment}.} other {}}',
};
