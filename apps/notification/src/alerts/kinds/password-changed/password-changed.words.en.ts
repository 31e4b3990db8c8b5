export const en = {
  name: 'Password changed',
  title: 'Your password was changed',
  body: `The password of your account was changed on {at, date, moment}.{unlocked, select, yes { Your account is unlocked with it.} other {}} Not you? Reset it in the app at once.`,
};
