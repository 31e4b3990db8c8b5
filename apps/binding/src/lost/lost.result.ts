import { createUnionType, Directive, Field, ObjectType } from 'type-graphql';
import {
  DateTimeScalar,
  IdempotencyKeyReusedError,
  InvalidInputError,
  listOfAbout,
  NotFoundError,
  Problem,
} from '@bindery/subgraph';
import { BindingType, CardType, DeviceType } from '../cards';
import { ProofRejectedError } from '../proofs';
import { FoundOutcomeEnum, LostOutcomeEnum } from './lost.enums';
import type { FoundOutcome, LostOutcome } from './lost.rules';

@ObjectType('LostBinding', { description: 'A binding of what was reported lost, and what became of it.' })
export class LostBindingType {
  @Field({ description: 'The binding, as it is now.' })
  binding!: BindingType;

  @Field(() => LostOutcomeEnum, { description: 'What became of it by the report, e.g. HELD.' })
  outcome!: LostOutcome;

  @Field({ description: 'The same in words, and what the report does not stop, in the language of the caller.' })
  text!: string;
}

@ObjectType('FoundBinding', { description: 'A binding of what was found, and what became of it.' })
export class FoundBindingType {
  @Field({ description: 'The binding, as it is now.' })
  binding!: BindingType;

  @Field(() => FoundOutcomeEnum, { description: 'What became of it, e.g. LIFTED.' })
  outcome!: FoundOutcome;
}

@ObjectType({
  description: 'Reported: all of it is blocked here from this moment; each binding says what that does not stop.',
})
export class ReportLostSuccess {
  @Field(() => DateTimeScalar, { description: 'Since when it is reported lost, UTC.' })
  since!: Date;

  @Field(() => CardType, { nullable: true, description: 'The card, if it is one.' })
  card!: CardType | null;

  @Field(() => DeviceType, { nullable: true, description: 'The device, if it is one.' })
  device!: DeviceType | null;

  @Directive(listOfAbout(8))
  @Field(() => [LostBindingType], { description: 'Every binding of it that something could still happen to.' })
  results!: LostBindingType[];
}

@ObjectType({ description: 'The report is taken back.' })
export class ReportFoundSuccess {
  @Field(() => CardType, { nullable: true, description: 'The card, if it is one.' })
  card!: CardType | null;

  @Field(() => DeviceType, { nullable: true, description: 'The device, if it is one.' })
  device!: DeviceType | null;

  @Directive(listOfAbout(8))
  @Field(() => [FoundBindingType], { description: 'Every binding of it that something could still happen to.' })
  results!: FoundBindingType[];
}

@ObjectType({ implements: Problem, description: 'It is not reported lost.' })
export class NotReportedLostError extends Problem {}

export const ReportLostResult = createUnionType({
  name: 'ReportLostResult',
  description: 'What became of reportLost.',
  types: () => [ReportLostSuccess, NotFoundError, InvalidInputError, IdempotencyKeyReusedError] as const,
});

export const ReportFoundResult = createUnionType({
  name: 'ReportFoundResult',
  description: 'What became of reportFound.',
  types: () =>
    [
      ReportFoundSuccess,
      NotReportedLostError,
      ProofRejectedError,
      NotFoundError,
      InvalidInputError,
      IdempotencyKeyReusedError,
    ] as const,
});
