import { createUnionType, Field, Int, ObjectType } from 'type-graphql';
import {
  DateTimeScalar,
  IdempotencyKeyReusedError,
  InvalidInputError,
  NotFoundError,
  ServiceUnavailableError,
} from '@bindery/subgraph';
import { AccountType } from '../accounts/account.type';
import {
  IdentityProofRejectedError,
  PasswordTooWeakError,
  PhoneInvalidError,
  PhoneTakenError,
} from '../graphql/identity-errors.type';

@ObjectType({ description: 'The account exists; log in next.' })
export class RegisterSuccess {
  @Field({ description: 'The new account.' })
  account!: AccountType;
}

export const RegisterResult = createUnionType({
  name: 'RegisterResult',
  description: 'What came of a registration.',
  types: () =>
    [
      RegisterSuccess,
      PhoneInvalidError,
      PasswordTooWeakError,
      PhoneTakenError,
      IdentityProofRejectedError,
      InvalidInputError,
      IdempotencyKeyReusedError,
      ServiceUnavailableError,
    ] as const,
});

@ObjectType({ description: 'The new password holds, and every session is ended. Log in next.' })
export class ResetPasswordSuccess {
  @Field(() => DateTimeScalar, { description: 'When the password was changed, UTC.' })
  changedAt!: Date;

  @Field(() => Int, { description: 'How many sessions were ended.' })
  endedSessionCount!: number;
}

export const ResetPasswordResult = createUnionType({
  name: 'ResetPasswordResult',
  description: 'What came of a password reset.',
  types: () =>
    [
      ResetPasswordSuccess,
      PhoneInvalidError,
      PasswordTooWeakError,
      IdentityProofRejectedError,
      NotFoundError,
      InvalidInputError,
      IdempotencyKeyReusedError,
      ServiceUnavailableError,
    ] as const,
});
