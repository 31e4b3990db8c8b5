import type { Phase } from '@bindery/card-lifecycle';
import type { Id } from '@bindery/kernel';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { connectionOf, DateTimeScalar, listOfAbout } from '@bindery/subgraph';
import { BindingPhaseEnum } from '../cards';
import { BindingCaseAboutEnum, CaseOperationKindEnum, ProviderSayingEnum } from './cases.enums';
import type { BindingCaseAbout, CaseOperation } from './cases.rules';

@ObjectType('OpenCaseOperation', { description: 'What the provider was asked for and has not ended.' })
export class OpenCaseOperationType {
  @Field(() => ID, {
    description: 'Its id, by which the provider knows it, e.g. operation_01h455vb4pex5vsknk084sn02q; not one for node.',
  })
  id!: Id<'operation'>;

  @Field(() => CaseOperationKindEnum, { description: 'What was asked for, e.g. UNBIND.' })
  kind!: CaseOperation['kind'];

  @Field(() => DateTimeScalar, { description: 'When it was begun, UTC.' })
  createdAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was sent, UTC; null while it was not.' })
  sentAt!: Date | null;

  @Field(() => Int, { description: 'How many times the provider was asked since how it stands.' })
  asked!: number;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it was asked so last, UTC; null while it was not.',
  })
  askedAt!: Date | null;

  @Field(() => ProviderSayingEnum, {
    nullable: true,
    description: 'What it said last about it, e.g. PENDING; null while it has never answered.',
  })
  said!: CaseOperation['said'];

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it said so, UTC; null while it has not.' })
  saidAt!: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'By when it is asked next, UTC; null while it was not sent.',
  })
  nextAskAt!: Date | null;
}

@ObjectType('OpenCase', { description: 'A case as our people see it: what to look into, and nothing of the account.' })
export class OpenCaseType {
  @Field(() => ID, { description: 'Its id, which closeCase names, e.g. case_01h455vb4pex5vsknk084sn02q.' })
  id!: Id<'case'>;

  @Field(() => BindingCaseAboutEnum, { description: 'What it is about, e.g. OVERDUE.' })
  about!: BindingCaseAbout;

  @Field({ description: 'Code of the provider, e.g. seaside-bank.' })
  provider!: string;

  @Field({ description: 'Name of the provider, in the language of the caller.' })
  providerName!: string;

  @Field(() => BindingPhaseEnum, { description: 'What its binding waits for, e.g. UNBINDING.' })
  phase!: Phase;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Since when the card is bound, or was last, UTC; null where it never was.',
  })
  boundAt!: Date | null;

  @Directive(listOfAbout(1))
  @Field(() => [OpenCaseOperationType], {
    description: 'What the provider was asked for about it and has not ended, the oldest first; empty if nothing.',
  })
  operations!: OpenCaseOperationType[];

  @Field(() => ID, { description: 'Id of the binding it is about, e.g. binding_01h455vb4pex5vsknk084sn02q.' })
  bindingId!: Id<'binding'>;

  @Field(() => DateTimeScalar, { description: 'Since when, UTC.' })
  openedAt!: Date;

  @Field(() => DateTimeScalar, { description: 'Until when its holder was told that we answer, UTC.' })
  answerBy!: Date;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Since when it is later than its holder was told first, UTC; null while it is not.',
  })
  overdueSince!: Date | null;

  /** When our people had its provider asked again last; shown by when they may again. */
  askedAgainAt!: Date | null;

  @Field({
    description:
      'Whether it ends when what it is about has ended; else somebody closes it by closeCase. See nextSteps.',
  })
  endsByItself!: boolean;
}

@ObjectType('OpenCaseConnection', { description: 'A page of open cases, overdue ones first.' })
export class OpenCaseConnection extends connectionOf('OpenCase', () => OpenCaseType) {}
