import { Field, ID, InputType, Int } from 'type-graphql';
import { JsonObjectScalar, OnceInput } from '@bindery/subgraph';
import { noteMax } from './change-provider-profile';

@InputType({
  description:
    'Puts another profile of a provider in force, proposes it where it loosens, or tells whom that would meet.',
})
export class ChangeProviderProfileInput extends OnceInput {
  @Field({ description: 'Code of the provider, e.g. seaside-bank.' })
  code!: string;

  @Field(() => Int, {
    description: 'The version that was read and changed, from 1; if another is in force meanwhile, nothing is done.',
  })
  baseVersion!: number;

  @Field(() => JsonObjectScalar, {
    description: 'The whole profile as it shall be, in the form in which ProviderProfile.profile has it.',
  })
  profile!: Record<string, unknown>;

  @Field({ description: `Why, for those who read the history: 1 to ${noteMax} characters.` })
  note!: string;

  @Field({ defaultValue: false, description: 'Only look at it and tell whom it would meet; nothing is changed.' })
  dryRun!: boolean;
}

@InputType({ description: 'Agrees with a change that another operator proposed, or declines it.' })
export class ConfirmProviderProfileChangeInput extends OnceInput {
  @Field(() => ID, {
    description: 'Id of the proposal that was read, e.g. proposal_01h455vb4pex5vsknk084sn02q.',
  })
  proposalId!: string;

  @Field({ defaultValue: true, description: 'False: declines it, which whoever proposed it may do too.' })
  agree!: boolean;
}
