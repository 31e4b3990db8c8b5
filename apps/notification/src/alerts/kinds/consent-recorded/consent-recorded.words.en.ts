export const en = {
  name: 'Consent given',
  title: 'Consent given to {provider}',
  body: 'On {at, date, moment} you agreed to the terms of {provider} (version {version}). You can read your consents in the app. Not you? Contact support.',
};
