import { createUnionType, ObjectType } from 'type-graphql';
import {
  IdempotencyKeyReusedError,
  InvalidInputError,
  Problem,
  ServiceUnavailableError,
  TooManyRequestsError,
} from '@bindery/subgraph';
import { PhoneInvalidError } from '../accounts';
import { SessionEndedError, SignedInFields } from '../sessions';

@ObjectType({ description: 'Signed in.' })
export class LogInSuccess extends SignedInFields {}

@ObjectType({
  implements: Problem,
  description:
    'The login did not work. It never says whether the phone has an account, the password was wrong or the account is locked; resetting the password always gets its owner in.',
})
export class LogInFailedError extends Problem {}

export const LogInResult = createUnionType({
  name: 'LogInResult',
  description: 'What came of a login.',
  types: () =>
    [
      LogInSuccess,
      LogInFailedError,
      TooManyRequestsError,
      PhoneInvalidError,
      InvalidInputError,
      SessionEndedError,
      IdempotencyKeyReusedError,
      ServiceUnavailableError,
    ] as const,
});
