import { createUnionType, Field, Int, ObjectType } from 'type-graphql';
import {
  DateTimeScalar,
  IdempotencyKeyReusedError,
  InvalidInputError,
  NotFoundError,
  ServiceUnavailableError,
} from '@bindery/subgraph';
import { PhoneInvalidError } from '../accounts';
import { IdentityProofRejectedError } from '../proofs';
import { PasswordTooWeakError } from './password.problems';

@ObjectType({ description: 'The new password holds, and every session is ended. Log in next.' })
export class ResetPasswordSuccess {
  @Field(() => DateTimeScalar, { description: 'When the password was changed, UTC.' })
  changedAt!: Date;

  @Field(() => Int, { description: 'How many sessions were ended.' })
  endedSessionCount!: number;

  @Field(() => String, {
    nullable: true,
    description:
      'For the next logIn on this installation: then nobody else’s tries keep it out. Null where the input names no installation.',
  })
  deviceToken!: string | null;
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
