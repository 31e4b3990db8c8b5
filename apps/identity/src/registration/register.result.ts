import { createUnionType, Field, ObjectType } from 'type-graphql';
import { IdempotencyKeyReusedError, InvalidInputError, Problem, ServiceUnavailableError } from '@bindery/subgraph';
import { AccountType, PhoneInvalidError } from '../accounts';
import { PasswordTooWeakError } from '../passwords';
import { IdentityProofRejectedError } from '../proofs';

@ObjectType({ implements: Problem, description: 'The phone already has an account.' })
export class PhoneTakenError extends Problem {}

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
