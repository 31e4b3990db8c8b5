export const en = {
  name: 'Dispute decided',
  title: 'You were right about your {provider} card',
  body: 'Your dispute about your {provider} card was decided for you on {at, date, moment}.{timed, select, yes { Prove in the app until {until, date, moment} that it is you, and the card comes back.} other {}}{refunded, select, yes {{charged, select, yes { The fee of {fee} is refunded.} other { The fee is refunded.}}} other {}}{matter, select, UNAUTHORISED_USE { The app shows what to do next.} other {}} Other sessions of your account have ended.',
};
