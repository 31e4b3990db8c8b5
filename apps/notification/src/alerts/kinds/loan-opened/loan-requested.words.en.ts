export const en = {
  title: 'A loan of {amount} is asked for at {provider}',
  body: 'On {at, date, moment} a loan of {amount} was asked for at {provider} in your name. Not you? Dispute the loan in the app, at once.',
};
