import { Field, ID, ObjectType } from 'type-graphql';
import type { Id } from '@bindery/kernel';
import { DateTimeScalar, enumOf } from '@bindery/subgraph';
import { cardOutcomes } from './card-outcome.rules';
import { DisputeMatterEnum, DisputeStateEnum, type Dispute, type DisputeMatter } from '../disputes';

export const DisputeCardOutcomeEnum = enumOf(
  'DisputeCardOutcome',
  'What becomes of the card after a dispute was upheld.',
  cardOutcomes,
  {
    COMES_BACK: 'The holder puts it back, with requestRestore.',
    IS_BACK: 'It is bound again.',
    BIND_ANEW: 'It cannot be put back: it has to be bound anew.',
    IS_REVOKED: 'It is taken off for good.',
    REPLACE:
      'It is bound, and whoever used it may still have its number: the holder replaces it, or takes it off and binds it anew.',
    STAYS: 'It stays as it is.',
  },
);

@ObjectType('Dispute', { description: 'Something that the holder says they did not do (requirement 40).' })
export class DisputeType {
  source!: Dispute;

  @Field(() => ID, { description: 'Its id, e.g. dispute_01h455vb4pex5vsknk084sn02q; not one for node.' })
  id!: Id<'dispute'>;

  @Field(() => DisputeMatterEnum, { description: 'What it is about, e.g. UNAUTHORISED_UNBIND.' })
  about!: DisputeMatter;

  @Field({ description: 'What happened, as the holder told it.' })
  words!: string;

  @Field(() => ID, { nullable: true, description: 'Id of the use it is about; null where it is about none.' })
  usageId!: Id<'usage'> | null;

  @Field(() => ID, { nullable: true, description: 'Id of the loan it is about; null where it is about none.' })
  loanId!: Id<'loan'> | null;

  @Field(() => DisputeStateEnum, { description: 'How far it is, e.g. OPEN.' })
  state!: keyof typeof DisputeStateEnum;

  @Field(() => DateTimeScalar, { description: 'Since when, UTC.' })
  openedAt!: Date;

  @Field(() => DateTimeScalar, { description: 'Until when our people decide, UTC.' })
  decideBy!: Date;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When that deadline passed without a decision, so that it became a case, UTC; null where it did not.',
  })
  escalatedAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was decided, UTC; null before.' })
  decidedAt!: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Until when the holder can put the card back by a proof, UTC; null where it waits for none.',
  })
  proveBy!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was over, UTC; null before.' })
  closedAt!: Date | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'Id of the dispute whose decision settled this one too, as the card came off by it, e.g. dispute_01h455vb4pex5vsknk084sn02q; null where it was decided itself.',
  })
  settledById!: Id<'dispute'> | null;
}

@ObjectType('DisputableMatter', { description: 'Something that can be disputed now, with openDispute.' })
export class DisputableMatterType {
  @Field(() => DisputeMatterEnum, { description: 'What, e.g. UNAUTHORISED_BIND.' })
  about!: DisputeMatter;

  @Field({ description: 'What that is, in the language of the caller.' })
  title!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'Id of the loan, for openDispute, e.g. loan_01h455vb4pex5vsknk084sn02q; null where it is about none.',
  })
  loanId!: Id<'loan'> | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Until when, UTC; null where each use has an end of its own.',
  })
  until!: Date | null;
}
