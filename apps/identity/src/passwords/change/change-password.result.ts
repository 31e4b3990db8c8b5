import { createUnionType, Field, Int, ObjectType } from 'type-graphql';
import {
  DateTimeScalar,
  IdempotencyKeyReusedError,
  InvalidInputError,
  Problem,
  ServiceUnavailableError,
  TooManyRequestsError,
} from '@bindery/subgraph';
import { AccountType } from '../../accounts';
import { PasswordTooWeakError } from '../password.problems';

@ObjectType({ description: 'The new password holds. The session that asked goes on, all others are ended.' })
export class ChangePasswordSuccess {
  @Field(() => DateTimeScalar, { description: 'When the password was changed, UTC.' })
  changedAt!: Date;

  @Field(() => Int, { description: 'How many other sessions were ended.' })
  endedSessionCount!: number;

  @Field({
    description:
      'Shown by this device at its next login; the device tokens that the account had before are worth nothing.',
  })
  deviceToken!: string;

  @Field({ description: 'The account, with the session it still has.' })
  account!: AccountType;
}

@ObjectType({ implements: Problem, description: 'The password given as the one so far is wrong: PASSWORD_WRONG.' })
export class PasswordWrongError extends Problem {}

export const ChangePasswordResult = createUnionType({
  name: 'ChangePasswordResult',
  description: 'What came of changing the password.',
  types: () =>
    [
      ChangePasswordSuccess,
      PasswordWrongError,
      PasswordTooWeakError,
      TooManyRequestsError,
      InvalidInputError,
      IdempotencyKeyReusedError,
      ServiceUnavailableError,
    ] as const,
});
