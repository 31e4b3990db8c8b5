export const en = {
  name: 'Account locked',
  title: 'Your account is locked',
  body: 'Your account was locked on {at, date, moment}{cause, select, TOO_MANY_FAILURES { because of too many failed sign-ins} other {}}. {timed, select, yes {The lock ends on {until, date, moment}.} other {It stays locked until it is lifted.}} Resetting your password unlocks it.',
};
