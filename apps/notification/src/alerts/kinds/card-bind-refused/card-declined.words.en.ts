export const en = {
  title: 'Your request for {provider} was declined',
  body: 'Your request to bind a {provider} card was declined on {at, date, moment}. Nothing was bound. The app shows what you can do.',
};
