import type { Id } from '@bindery/kernel';
import { createUnionType, Field, ID, Int, ObjectType } from 'type-graphql';
import { IdempotencyKeyReusedError, InvalidInputError, NotFoundError } from '@bindery/subgraph';
import { AccountType } from '../accounts';

@ObjectType({ description: 'The session is ended.' })
export class EndSessionSuccess {
  @Field(() => ID, { description: 'The session that was ended.' })
  sessionId!: Id<'session'>;

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
