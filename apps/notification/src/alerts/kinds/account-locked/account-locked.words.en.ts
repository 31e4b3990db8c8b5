export const en = {
  name: 'Account locked',
  title: '{cause, select, TOO_MANY_FAILURES {Somebody is guessing your password} other {Your account is locked}}',
  body: '{cause, select, TOO_MANY_FAILURES {Somebody tried too many wrong passwords, and on {at, date, moment} we closed your account to devices and places that we do not know. Where you have signed in before, you still can. Resetting your password opens it again.} other {Your account was locked on {at, date, moment}. {timed, select, yes {The lock ends on {until, date, moment}.} other {It stays locked until it is lifted.}} Resetting your password unlocks it.}}',
};
