import { createUnionType, Field, ID, Int, ObjectType } from 'type-graphql';
import {
  DateTimeScalar,
  IdempotencyKeyReusedError,
  InvalidInputError,
  NotFoundError,
  ServiceUnavailableError,
  TooManyRequestsError,
} from '@bindery/subgraph';
import { AccountType } from '../accounts/account.type';
import { LogInFailedError, PhoneInvalidError, SessionEndedError } from '../graphql/identity-errors.type';
import { SessionType } from './session.type';

/** What both ways to tokens answer. */
@ObjectType()
abstract class SignedIn {
  @Field({ description: 'Who is signed in.' })
  account!: AccountType;

  @Field({ description: 'Goes into the header `authorization: Bearer …` of each request.' })
  accessToken!: string;

  @Field(() => DateTimeScalar, { description: 'When the access token ends, UTC: ten minutes after it was given.' })
  accessTokenExpiresAt!: Date;

  @Field({ description: 'Gets the next tokens by refreshSession, once. Keep it where only this app can read it.' })
  refreshToken!: string;

  @Field({ description: 'The session that the tokens belong to.' })
  session!: SessionType;
}

@ObjectType({ description: 'Signed in.' })
export class LogInSuccess extends SignedIn {}

@ObjectType({ description: 'The session goes on with these tokens.' })
export class RefreshSessionSuccess extends SignedIn {}

@ObjectType({ description: 'The session is ended.' })
export class EndSessionSuccess {
  @Field(() => ID, { description: 'The session that was ended.' })
  sessionId!: string;

  @Field({ description: 'The account, with the sessions it still has.' })
  account!: AccountType;
}

@ObjectType({ description: 'All other sessions are ended.' })
export class EndOtherSessionsSuccess {
  @Field(() => Int, { description: 'How many sessions were ended.' })
  endedSessionCount!: number;

  @Field({ description: 'The account, with the session it still has.' })
  account!: AccountType;
}

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
      IdempotencyKeyReusedError,
      ServiceUnavailableError,
    ] as const,
});

export const RefreshSessionResult = createUnionType({
  name: 'RefreshSessionResult',
  description: 'What came of asking for new tokens.',
  types: () => [RefreshSessionSuccess, SessionEndedError, InvalidInputError, IdempotencyKeyReusedError] as const,
});

export const EndSessionResult = createUnionType({
  name: 'EndSessionResult',
  description: 'What came of ending a session.',
  types: () => [EndSessionSuccess, NotFoundError, InvalidInputError, IdempotencyKeyReusedError] as const,
});

export const EndOtherSessionsResult = createUnionType({
  name: 'EndOtherSessionsResult',
  description: 'What came of ending the other sessions.',
  types: () => [EndOtherSessionsSuccess, InvalidInputError, IdempotencyKeyReusedError] as const,
});
