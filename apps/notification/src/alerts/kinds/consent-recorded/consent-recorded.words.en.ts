export const en = {
  name: 'Consent given',
  title: 'Consent given to {provider}',
  body: 'On {at, date, moment} you agreed to the terms of {provider} (version {version}). Not you? Take the card off in the app and reset your password.',
};
