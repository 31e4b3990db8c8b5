import { createUnionType, Field, ObjectType } from 'type-graphql';
import { enumOf, IdempotencyKeyReusedError, InvalidInputError, NotFoundError, Problem } from '@bindery/subgraph';
import { DisputeStateEnum } from '../disputes';
import { DisputeFileType } from './dispute-file.type';

const partialities = ['OWN_ACCOUNT', 'ACTED_ON_IT', 'PROPOSED_IT'] as const;
export const PartialityEnum = enumOf('DisputePartiality', 'Why somebody may not decide a dispute.', partialities, {
  OWN_ACCOUNT: 'It is about their own account.',
  ACTED_ON_IT: 'They had a part in what was done with the card before.',
  PROPOSED_IT: 'They proposed it themselves.',
});

@ObjectType({ description: 'It is said, and carried out where it takes nobody else.' })
export class DecideDisputeSuccess {
  @Field({ description: 'The dispute.' })
  dispute!: DisputeFileType;
}

@ObjectType({ description: 'It is said: what was agreed with is carried out.' })
export class ConfirmDisputeDecisionSuccess {
  @Field({ description: 'The dispute.' })
  dispute!: DisputeFileType;
}

@ObjectType({ implements: Problem, description: 'Somebody else has to decide this.' })
export class NotImpartialError extends Problem {
  @Field(() => PartialityEnum, { description: 'Why, e.g. OWN_ACCOUNT.' })
  partiality!: keyof typeof PartialityEnum;
}

@ObjectType({ implements: Problem, description: 'It has gone on since it was read.' })
export class DisputeMovedError extends Problem {
  @Field(() => DisputeStateEnum, { description: 'How far it is now, e.g. PROPOSED.' })
  state!: keyof typeof DisputeStateEnum;
}

const refusals = [
  NotImpartialError,
  DisputeMovedError,
  NotFoundError,
  InvalidInputError,
  IdempotencyKeyReusedError,
] as const;

export const DecideDisputeResult = createUnionType({
  name: 'DecideDisputeResult',
  description: 'What became of decideDispute.',
  types: () => [DecideDisputeSuccess, ...refusals] as const,
});

export const ConfirmDisputeDecisionResult = createUnionType({
  name: 'ConfirmDisputeDecisionResult',
  description: 'What became of confirmDisputeDecision.',
  types: () => [ConfirmDisputeDecisionSuccess, ...refusals] as const,
});
