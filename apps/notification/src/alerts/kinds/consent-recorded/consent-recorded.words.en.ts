export const en = {
  name: 'Consent given',
  title: 'Consent given to {provider}',
  body: 'On {at, date, moment} you agreed to the terms of {provider} (version {version}). Not you? Reset your password, and take the card off if the app shows it.',
};
