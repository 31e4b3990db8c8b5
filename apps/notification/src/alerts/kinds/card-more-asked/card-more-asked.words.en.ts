export const en = {
  name: 'More is needed',
  title: 'Your request for {provider} needs something more',
  body: 'On {at, date, moment} your request to bind a {provider} card was looked at, and something is missing. The app shows what, and where to confirm again.',
};
