import { Field, Int, ObjectType } from 'type-graphql';
import { Problem } from '@bindery/subgraph';
import type { PasswordWeakness, ProofRejection } from '../passwords/password.errors';
import { IdentityProofRejectionEnum, PasswordWeaknessEnum } from '../accounts/account.enums';

@ObjectType({ implements: Problem, description: 'The text cannot be a phone number.' })
export class PhoneInvalidError extends Problem {}

@ObjectType({ implements: Problem, description: 'The phone already has an account.' })
export class PhoneTakenError extends Problem {}

@ObjectType({ implements: Problem, description: 'The password would be too easy to guess.' })
export class PasswordTooWeakError extends Problem {
  @Field(() => Int, { description: 'How many characters it needs at least, e.g. 15.' })
  minimumLength!: number;

  @Field(() => PasswordWeaknessEnum, { description: 'What is wrong with it.' })
  weakness!: PasswordWeakness;
}

@ObjectType({ implements: Problem, description: 'The proof does not allow this. Start a new challenge.' })
export class IdentityProofRejectedError extends Problem {
  @Field(() => IdentityProofRejectionEnum, { description: 'What is wrong with it.' })
  reason!: ProofRejection;
}

@ObjectType({
  implements: Problem,
  description:
    'The login did not work. It never says whether the phone has an account, the password was wrong or the account is locked; resetting the password always gets its owner in.',
})
export class LogInFailedError extends Problem {}

@ObjectType({ implements: Problem, description: 'The session is over, or the token is none of ours. Log in again.' })
export class SessionEndedError extends Problem {}
