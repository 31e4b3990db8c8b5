import { createUnionType, Field, ObjectType } from 'type-graphql';
import { IdempotencyKeyReusedError, InvalidInputError } from '@bindery/subgraph';
import { AccountType } from '../accounts';

@ObjectType({
  description:
    'The profile is changed. Messages come in the new language and zone from now on; answers without `Accept-Language` from the next access token on.',
})
export class ChangeProfileSuccess {
  @Field({ description: 'The account as it is now.' })
  account!: AccountType;
}

export const ChangeProfileResult = createUnionType({
  name: 'ChangeProfileResult',
  description: 'What came of changing the profile.',
  types: () => [ChangeProfileSuccess, InvalidInputError, IdempotencyKeyReusedError] as const,
});
