import { enumOf } from '@bindery/subgraph';
import { accountStandings } from './account.rules';

export const AccountStandingEnum = enumOf('AccountStanding', 'Whether the holder can log in.', accountStandings, {
  GOOD: 'The password logs in.',
  LOCKED:
    'Too many wrong passwords of strangers: the password logs in on devices and from network addresses that are known, and a reset, with a code, opens it for others again. Sessions that are open stay open.',
  CLOSED: 'Closed for good.',
});
