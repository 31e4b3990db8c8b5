import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { Id } from '@bindery/kernel';
import { connectionOf, DateTimeScalar, JsonObjectScalar } from '@bindery/subgraph';
import { ProviderProfileChangeType, ProviderProfileVersionType } from './provider-profile.type';
import { ProviderProfileLooseningKindEnum, ProviderProfileProposalStateEnum } from './provider-profiles.enums';

@ObjectType('ProviderProfileLoosening', { description: 'A field of a profile that protects less than before.' })
export class ProviderProfileLooseningType {
  @Field({ description: 'Path in the profile, e.g. restore.windowDays; empty where it is about the whole.' })
  field!: string;

  @Field(() => ProviderProfileLooseningKindEnum, { description: 'In which way, e.g. LONGER.' })
  kind!: keyof typeof ProviderProfileLooseningKindEnum;

  @Field({ description: 'The same in words, in the language of the caller.' })
  text!: string;
}

@ObjectType('ProviderProfileProposal', {
  description: 'A change that loosens a profile: it comes into force when another operator agrees.',
})
export class ProviderProfileProposalType {
  @Field(() => ID, { description: 'Its id, e.g. proposal_01h455vb4pex5vsknk084sn02q.' })
  id!: Id<'proposal'>;

  @Field({ description: 'Code of the provider, e.g. seaside-bank.' })
  code!: string;

  @Field(() => Int, { description: 'The version that it was made from, from 1.' })
  baseVersion!: number;

  @Field(() => ProviderProfileProposalStateEnum, { description: 'How far it is, e.g. PROPOSED.' })
  state!: keyof typeof ProviderProfileProposalStateEnum;

  @Field(() => [ProviderProfileLooseningType], { description: 'Why it waits: each field that protects less.' })
  loosens!: ProviderProfileLooseningType[];

  @Field(() => JsonObjectScalar, { description: 'The whole profile as it shall be, in the form of a file.' })
  profile!: Record<string, unknown>;

  @Field(() => [ProviderProfileChangeType], { description: 'What is other than in the version it was made from.' })
  changes!: ProviderProfileChangeType[];

  @Field({ description: 'Why, in the words of whoever proposed it.' })
  note!: string;

  @Field(() => ID, { description: 'Account of whoever proposed it, e.g. account_01h455vb4pex5vsknk084sn02q.' })
  proposedBy!: Id<'account'>;

  @Field(() => DateTimeScalar, { description: 'When, UTC.' })
  proposedAt!: Date;

  @Field(() => DateTimeScalar, { description: 'Until when another operator can agree, UTC; then it lapses.' })
  lapsesAt!: Date;

  @Field(() => ProviderProfileVersionType, {
    nullable: true,
    description:
      'The version that came into force before anybody had decided: who made it, and why. Null unless it is OVERTAKEN.',
  })
  overtakenBy!: ProviderProfileVersionType | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'Account of the operator who agreed or declined, e.g. account_01h455vb4pex5vsknk084sn02q; null before.',
  })
  decidedBy!: Id<'account'> | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When they did, UTC; null before.' })
  decidedAt!: Date | null;
}

@ObjectType('ProviderProfileProposalConnection', { description: 'A page of proposals, the newest first.' })
export class ProviderProfileProposalConnection extends connectionOf(
  'ProviderProfileProposal',
  () => ProviderProfileProposalType,
) {}
