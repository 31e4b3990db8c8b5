export const en = {
  name: 'Dispute opened',
  title: 'Your dispute about your {provider} card is open',
  body: 'On {at, date, moment} you told us that something about your {provider} card was not done by you.{usable, select, no { The card cannot be used until this is decided.} other {}}{timed, select, yes { We decide by {until, date, moment}.} other {}}',
};
