import { createUnionType, ObjectType } from 'type-graphql';
import { IdempotencyKeyReusedError, InvalidInputError, Problem } from '@bindery/subgraph';
import { SignedInFields } from '../signed-in.result';

@ObjectType({ description: 'The session goes on with these tokens.' })
export class RefreshSessionSuccess extends SignedInFields {}

@ObjectType({ implements: Problem, description: 'The session is over, or the token is none of ours. Log in again.' })
export class SessionEndedError extends Problem {}

export const RefreshSessionResult = createUnionType({
  name: 'RefreshSessionResult',
  description: 'What came of asking for new tokens.',
  types: () => [RefreshSessionSuccess, SessionEndedError, InvalidInputError, IdempotencyKeyReusedError] as const,
});
