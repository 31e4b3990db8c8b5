export const en = {
  title: 'Bindery graph explorer',
  loading: 'Loading the explorer…',
  clock: 'Time of the sandbox',
  hour: '+1 hour',
  day: '+1 day',
  month: '+30 days',
  year: '+1 year',
  timeNow: 'It is {now} UTC in the sandbox.',
  timeBehind: 'Not all programs have followed yet: {behind}.',
  timeMoved: 'Log in again where the token has ended.',
  timeNotMoved: 'Time was not moved: {message}.',
  timeSilent: 'The clock of the sandbox does not answer.',
  liveIdle: 'Live changes: log in above, and what changes in the account is told here.',
  liveOn: 'Live changes: listening.',
  liveChange: 'Live changes: {change}',
  liveEnded: 'Live changes: ended ({reason}). Log in again to listen.',
  signedOut: 'Signed out: the token has ended. Log in again.',
  links: 'Pages that the answer leads to:',
  introduction:
    'Bindery’s graph. Docs are on the left.\nCtrl-Space completes, Ctrl-Enter runs.\n\nTo see a home screen: run LogIn, then Home.\nThe token of the last LogIn goes with what\nfollows, unless Headers has another:\n{ "authorization": "Bearer <accessToken>" }',
  logIn:
    'One of the demo accounts; the board of\nnpm start has all of them. $newKey is made\nby the explorer, a new one for each run:\na key names one login. Elsewhere, write a\nnew text of 16 to 64 characters.',
};
