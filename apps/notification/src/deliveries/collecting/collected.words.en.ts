export const en = {
  'notices.title': 'News of your account and cards',
  'notices.body':
    '{count, plural, one {There was one change} other {There were # changes}} to your account and cards since {since, date, moment}. The app shows them.',
  'alert.body':
    '{body} There were many messages: more may be shown in the app only. If none of this was you, open it now.',
};
