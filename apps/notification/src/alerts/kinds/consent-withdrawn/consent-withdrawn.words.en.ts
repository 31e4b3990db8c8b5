export const en = {
  name: 'Consent withdrawn',
  title: 'Consent to {provider} withdrawn',
  body: 'On {at, date, moment} you took back your consent to the terms of {provider} (version {version}). Its card was not bound. Not you? Reset your password.',
};
