import { createUnionType, Field, ObjectType } from 'type-graphql';
import { IdempotencyKeyReusedError, InvalidInputError, NotFoundError } from '@bindery/subgraph';
import { ProviderChangePreviewType } from './provider-change-preview.type';
import { ProviderProfileProposalType } from './profile-proposal.type';
import { ProviderProfileVersionType } from './provider-profile.type';
import {
  ProviderProfileInvalidError,
  ProviderProfileMovedError,
  ProviderProfileProposalDecidedError,
  ProviderProfileProposalLapsedError,
  ProviderProfileProposalOwnError,
  ProviderProfileUnchangedError,
} from './provider-profile-errors.type';

@ObjectType({ description: 'The version is in force, or would be; or it waits for another operator.' })
export class ChangeProviderProfileSuccess {
  @Field({ description: 'Whether nothing was changed, as was asked for.' })
  dryRun!: boolean;

  @Field({
    description: 'The version that is in force now, or would be: after a dry run, or where there is a proposal.',
  })
  providerVersion!: ProviderProfileVersionType;

  @Field(() => ProviderProfileProposalType, {
    nullable: true,
    description:
      'What waits for another operator, since it loosens: nothing is changed yet. Null where it is in force, and after a dry run.',
  })
  proposal!: ProviderProfileProposalType | null;

  @Field({ description: 'Whose bindings it meets, and how.' })
  preview!: ProviderChangePreviewType;
}

@ObjectType({ description: 'It is decided: what was agreed with is in force.' })
export class ConfirmProviderProfileChangeSuccess {
  @Field({ description: 'The proposal.' })
  proposal!: ProviderProfileProposalType;

  @Field(() => ProviderProfileVersionType, {
    nullable: true,
    description: 'The version that is in force now; null where it was declined.',
  })
  providerVersion!: ProviderProfileVersionType | null;
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

export const ConfirmProviderProfileChangeResult = createUnionType({
  name: 'ConfirmProviderProfileChangeResult',
  description: 'What became of confirmProviderProfileChange.',
  types: () =>
    [
      ConfirmProviderProfileChangeSuccess,
      ProviderProfileProposalOwnError,
      ProviderProfileProposalDecidedError,
      ProviderProfileProposalLapsedError,
      ProviderProfileMovedError,
      ProviderProfileInvalidError,
      NotFoundError,
      InvalidInputError,
      IdempotencyKeyReusedError,
    ] as const,
});
