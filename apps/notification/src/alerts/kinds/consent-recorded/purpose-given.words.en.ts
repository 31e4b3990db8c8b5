export const en = {
  title: 'You allowed {provider} something',
  body: 'On {at, date, moment} you allowed {provider}: {purpose} (version {version}). Not you? Take the consent back in the app and reset your password.',
};
