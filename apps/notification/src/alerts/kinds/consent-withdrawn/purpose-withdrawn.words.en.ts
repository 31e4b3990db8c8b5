export const en = {
  title: 'What {provider} may do is taken back',
  body: 'On {at, date, moment} you took back from {provider}: {purpose} (version {version}). {provider} is told. Not you? Reset your password.',
};
