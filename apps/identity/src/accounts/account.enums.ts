import { enumOf } from '@bindery/subgraph';
import { accountStandings } from './account.rules';

export const AccountStandingEnum = enumOf('AccountStanding', 'Whether the holder can log in.', accountStandings, {
  GOOD: 'The password logs in.',
  LOCKED:
    'Too many wrong passwords: resetting the password, with a code, opens it again. Sessions that are open stay open.',
  CLOSED: 'Closed for good.',
});
