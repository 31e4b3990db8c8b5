import { Field, ID, ObjectType } from 'type-graphql';
import type { Id } from '@bindery/kernel';
import { connectionOf, DateTimeScalar, JsonObjectScalar } from '@bindery/subgraph';
import {
  DisputeDecisionEnum,
  DisputeDecisionStepEnum,
  DisputeMatterEnum,
  DisputeStateEnum,
  type Decision,
  type DecisionStep,
  type Dispute,
  type DisputeMatter,
} from '../disputes';

@ObjectType('DisputeDecisionRecord', { description: 'What one of our people said of a dispute.' })
export class DisputeDecisionRecordType {
  @Field(() => ID, { description: 'Its id, which a confirmation names, e.g. decision_01h455vb4pex5vsknk084sn02q.' })
  id!: Id<'decision'>;

  @Field(() => DisputeDecisionStepEnum, { description: 'What was done, e.g. PROPOSED.' })
  step!: DecisionStep;

  @Field(() => DisputeDecisionEnum, { description: 'What was decided or proposed, e.g. UPHOLD.' })
  decision!: Decision;

  @Field(() => String, { nullable: true, description: 'Why, for the holder; null where only agreed or differed.' })
  reason!: string | null;

  @Field(() => ID, { description: 'Account of who said so.' })
  decidedBy!: Id<'account'>;

  @Field(() => DateTimeScalar, { description: 'When, UTC.' })
  at!: Date;
}

@ObjectType('DisputeFile', { description: 'A dispute as our people see it.' })
export class DisputeFileType {
  source!: Dispute;

  @Field(() => ID, { description: 'Its id, e.g. dispute_01h455vb4pex5vsknk084sn02q.' })
  id!: Id<'dispute'>;

  @Field(() => ID, { description: 'Id of the binding it is about.' })
  bindingId!: Id<'binding'>;

  @Field(() => DisputeMatterEnum, { description: 'What the holder says they did not do.' })
  about!: DisputeMatter;

  @Field({ description: 'What happened, as the holder told it.' })
  words!: string;

  @Field(() => DisputeStateEnum, { description: 'How far it is, e.g. OPEN.' })
  state!: keyof typeof DisputeStateEnum;

  @Field(() => DateTimeScalar, { description: 'When what is disputed was done, UTC.' })
  actAt!: Date;

  @Field(() => DateTimeScalar, { description: 'Since when, UTC.' })
  openedAt!: Date;

  @Field(() => DateTimeScalar, { description: 'Until when it is to be decided, UTC.' })
  decideBy!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When that deadline passed, UTC; null before.' })
  escalatedAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was decided, UTC; null before.' })
  decidedAt!: Date | null;
}

@ObjectType('DisputeEvidence', { description: 'What was known when a dispute was opened, as it was then.' })
export class DisputeEvidenceType {
  @Field(() => DateTimeScalar, { description: 'When it was taken, UTC.' })
  takenAt!: Date;

  @Field(() => JsonObjectScalar, {
    description: 'The binding, its changes, operations, charges, receipts, consent and use, and who opened it.',
  })
  snapshot!: Record<string, unknown>;

  @Field({ description: 'SHA-256 of it, base64url, made when it was taken.' })
  digest!: string;

  @Field({ description: 'Whether it is still what was taken, by that digest.' })
  isIntact!: boolean;
}

@ObjectType('DisputeFileConnection', { description: 'A page of disputes, the soonest deadline first.' })
export class DisputeFileConnection extends connectionOf('DisputeFile', () => DisputeFileType) {}
