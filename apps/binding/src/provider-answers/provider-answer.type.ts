import type { Id } from '@bindery/kernel';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { DateTimeScalar } from '@bindery/subgraph';
import { CredentialStatusEnum, type ProviderView } from '../operations';
import type { AnswerDecision, CaseStep, ProviderAnswer, StatedAnswer } from './provider-answer.rules';
import { CaseStepCodeEnum, ProviderAnswerDecisionEnum, ProviderAnswerEnum } from './provider-answers.enums';

@ObjectType('OpenCaseStep', { description: 'What our people can do about a case.' })
export class OpenCaseStepType {
  @Field(() => CaseStepCodeEnum, { description: 'What, e.g. RECORD_ANSWER.' })
  code!: CaseStep;

  @Field({ description: 'The same in words, in the language of the caller.' })
  text!: string;

  @Field(() => DateTimeScalar, { nullable: true, description: 'From when it can be done, UTC; null where at once.' })
  from!: Date | null;
}

@ObjectType('OpenCaseAnswer', { description: 'An answer of the provider that can be recorded.' })
export class OpenCaseAnswerType {
  @Field(() => ID, {
    nullable: true,
    description:
      'Id of what was asked for, e.g. operation_01h455vb4pex5vsknk084sn02q; null where the answer is about the card.',
  })
  operationId!: Id<'operation'> | null;

  @Field(() => ProviderAnswerEnum, { description: 'The answer, e.g. DONE.' })
  answer!: ProviderAnswer;

  @Field({ description: 'Whether a second of our people has to confirm it.' })
  takesTwo!: boolean;
}

@ObjectType('OpenCaseView', { description: 'How a card stood at its provider when it was last looked at.' })
export class OpenCaseViewType {
  @Field(() => CredentialStatusEnum, {
    nullable: true,
    description: 'How the provider said that it stands, e.g. ACTIVE; null while it never did.',
  })
  observed!: ProviderView['observed'];

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it said so, UTC.' })
  observedAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was asked last, UTC.' })
  lookedAt!: Date | null;

  @Field(() => Int, { description: 'How many times it was asked in vain since it said how the card stands.' })
  vainLookCount!: number;

  @Field(() => DateTimeScalar, { description: 'By when it is asked next, UTC.' })
  nextLookAt!: Date;
}

@ObjectType('StatedProviderAnswer', { description: 'What one of our people says that a provider answered.' })
export class StatedProviderAnswerType implements Omit<StatedAnswer, 'subject' | 'caseId'> {
  @Field(() => ID, {
    description: 'Its id, which confirmProviderAnswer names, e.g. answer_01h455vb4pex5vsknk084sn02q.',
  })
  id!: Id<'answer'>;

  @Field(() => ID, {
    nullable: true,
    description:
      'Id of what was asked for, e.g. operation_01h455vb4pex5vsknk084sn02q; null where it is about the card.',
  })
  operationId!: Id<'operation'> | null;

  @Field(() => ProviderAnswerEnum, { description: 'What it said, e.g. DONE.' })
  answer!: ProviderAnswer;

  @Field({ description: 'Whether a second of our people has to confirm it.' })
  takesTwo!: boolean;

  @Field(() => String, { nullable: true, description: 'The lender’s number of a loan; null where there is none.' })
  loanNumber!: string | null;

  @Field({ description: 'Where it can be read or heard again.' })
  evidence!: string;

  @Field({ description: 'What became of it, in words for the holder.' })
  reason!: string;

  @Field(() => ID, { description: 'Account of who took it down, e.g. account_01h455vb4pex5vsknk084sn02q.' })
  statedBy!: Id<'account'>;

  @Field(() => DateTimeScalar, { description: 'When, UTC.' })
  statedAt!: Date;

  @Field(() => ProviderAnswerDecisionEnum, {
    nullable: true,
    description: 'What became of it, e.g. TAKEN; null while it waits for a second person.',
  })
  decision!: AnswerDecision | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Account of who decided, e.g. account_01h455vb4pex5vsknk084sn02q; null before.',
  })
  decidedBy!: Id<'account'> | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When they did, UTC; null before.' })
  decidedAt!: Date | null;
}
