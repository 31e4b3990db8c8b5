import { createUnionType, ObjectType } from 'type-graphql';
import { IdempotencyKeyReusedError, InvalidInputError } from '@bindery/subgraph';
import { SessionEndedError } from './session-ended.type';
import { SignedInFields } from '../signed-in.result';

@ObjectType({ description: 'The session goes on with these tokens.' })
export class RefreshSessionSuccess extends SignedInFields {}

export const RefreshSessionResult = createUnionType({
  name: 'RefreshSessionResult',
  description: 'What came of asking for new tokens.',
  types: () => [RefreshSessionSuccess, SessionEndedError, InvalidInputError, IdempotencyKeyReusedError] as const,
});
