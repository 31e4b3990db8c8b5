export const en = {
  name: 'Card bound in another account',
  title: 'Your {provider} card was bound in another account too',
  body: 'On {at, date, moment} somebody bound your {provider} card in another account of this app. If that was neither you nor somebody you gave it to, suspend it or report it lost in the app, and tell the provider.',
};
