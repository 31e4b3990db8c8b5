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

  @Field(() => String, {
    nullable: true,
    description:
      'For the next logIn on this installation: then nobody else’s tries keep it out. Null where the input names no installation.',
  })
  deviceToken!: string | null;
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
