export const en = {
  name: 'Not finished in time',
  title: 'Your {provider} card was not bound in time',
  body: '{stopped, select, REVIEW {We did not decide in time about your request to bind a {provider} card: it ended on {at, date, moment}.} other {The time to finish binding your {provider} card was over on {at, date, moment}.{caused, select, yes { {reason}} other {}}}} Nothing was bound. To bind it, begin again in the app.',
};
