import { createUnionType, Field, ObjectType } from 'type-graphql';
import { IdempotencyKeyReusedError, InvalidInputError, NotFoundError } from '@bindery/subgraph';
import { ProviderChangePreviewType } from './provider-change-preview.type';
import { ProviderProfileVersionType } from './provider-profile.type';
import {
  ProviderProfileInvalidError,
  ProviderProfileMovedError,
  ProviderProfileUnchangedError,
} from './provider-profile-errors.type';

@ObjectType({ description: 'The version is in force, or would be.' })
export class ChangeProviderProfileSuccess {
  @Field({ description: 'Whether nothing was changed, as was asked for.' })
  dryRun!: boolean;

  @Field({ description: 'The version that is in force now, or would be.' })
  providerVersion!: ProviderProfileVersionType;

  @Field({ description: 'Whose bindings it meets, and how.' })
  preview!: ProviderChangePreviewType;
}

export const ChangeProviderProfileResult = createUnionType({
  name: 'ChangeProviderProfileResult',
  description: 'What became of changeProviderProfile.',
  types: () =>
    [
      ChangeProviderProfileSuccess,
      ProviderProfileInvalidError,
      ProviderProfileMovedError,
      ProviderProfileUnchangedError,
      NotFoundError,
      InvalidInputError,
      IdempotencyKeyReusedError,
    ] as const,
});
