import { Field, Int, ObjectType } from 'type-graphql';
import { DateTimeScalar, Problem } from '@bindery/subgraph';
import { ProviderProfileProposalStateEnum, ProviderProfileRuleEnum } from './provider-profiles.enums';
import { ProviderProfileVersionType } from './provider-profile.type';

@ObjectType('ProviderProfileFault', { description: 'What is wrong with one field of a profile.' })
export class ProviderProfileFaultType {
  @Field({ description: 'Path in the profile, e.g. restore.windowDays; empty where it is about the whole.' })
  field!: string;

  @Field(() => ProviderProfileRuleEnum, { description: 'What is asked of it, e.g. RESTORE_WINDOW.' })
  rule!: keyof typeof ProviderProfileRuleEnum;

  @Field(() => Int, {
    nullable: true,
    description: 'The least or the most that is allowed, e.g. 365; null where the rule has none.',
  })
  ruleLimit!: number | null;

  @Field({ description: 'The same in words, in the language of the caller.' })
  text!: string;
}

@ObjectType({ implements: Problem, description: 'The profile contradicts itself, or what was said before.' })
export class ProviderProfileInvalidError extends Problem {
  @Field(() => [ProviderProfileFaultType], { description: 'Every field that is at fault.' })
  faults!: ProviderProfileFaultType[];
}

@ObjectType({ implements: Problem, description: 'Another version is in force than the one that was changed.' })
export class ProviderProfileMovedError extends Problem {
  @Field({ description: 'The version in force.' })
  current!: ProviderProfileVersionType;
}

@ObjectType({ implements: Problem, description: 'The profile says what is in force already.' })
export class ProviderProfileUnchangedError extends Problem {}

@ObjectType({
  implements: Problem,
  description: 'Whoever proposed it does not agree with it: another operator has to.',
})
export class ProviderProfileProposalOwnError extends Problem {}

@ObjectType({ implements: Problem, description: 'Somebody has decided it before.' })
export class ProviderProfileProposalDecidedError extends Problem {
  @Field(() => ProviderProfileProposalStateEnum, { description: 'How, e.g. APPROVED.' })
  state!: keyof typeof ProviderProfileProposalStateEnum;
}

@ObjectType({ implements: Problem, description: 'Nobody decided it in time: it has to be proposed anew.' })
export class ProviderProfileProposalLapsedError extends Problem {
  @Field(() => DateTimeScalar, { description: 'When it lapsed, UTC.' })
  lapsedAt!: Date;
}
