import { Directive, Field, Int, ObjectType } from 'type-graphql';
import { DateTimeScalar, listOfAbout, Problem, ProblemCodes } from '@bindery/subgraph';
import { ActivationRejectionEnum, ActivationStepKindEnum } from './activation.enums';
import { activationRejections, type ActivationRejection } from './activation.errors';

@ObjectType('ActivationStep', { description: 'One thing the holder does before the provider confirms.' })
export class ActivationStepType {
  @Field(() => ActivationStepKindEnum, { description: 'What it is, e.g. OPEN_LINK.' })
  kind!: keyof typeof ActivationStepKindEnum;

  @Field(() => String, {
    nullable: true,
    description: 'OPEN_LINK: the page to open, for this holder only, e.g. https://pay.example.com/contracts/7f….',
  })
  url!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'ENTER_CODE: where the provider sent the code, masked, e.g. 138****8000; null where it does not say.',
  })
  sentTo!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'SIGN_MESSAGE: the text to sign, to the last character; several lines.',
  })
  message!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'SIGN_MESSAGE: what the text comes to, in the language of the caller, to be shown beside it: the standards allow ASCII only. Null where the text is the provider’s own.',
  })
  meaning!: string | null;

  @Field(() => String, { nullable: true, description: 'SIGN_MESSAGE: how it is signed, e.g. EIP191.' })
  scheme!: string | null;
}

@ObjectType('BindingActivation', { description: 'What the provider waits for the holder to do.' })
export class BindingActivationType {
  @Directive(listOfAbout(2))
  @Field(() => [ActivationStepType], { description: 'In the order to be done; one at least.' })
  steps!: ActivationStepType[];

  @Field(() => DateTimeScalar, {
    nullable: true,
    description:
      'Until when it can be done as it stands, UTC: nextSteps says the same; null where nobody says. What is over is given anew while it is awaited.',
  })
  until!: Date | null;
}

@ProblemCodes(...activationRejections)
@ObjectType({ implements: Problem, description: 'The answer is not right; nothing has come of it.' })
export class ActivationRejectedError extends Problem {
  @Field(() => ActivationRejectionEnum, { description: 'Why, e.g. CODE_WRONG.' })
  rejection!: ActivationRejection;

  @Field(() => Int, {
    nullable: true,
    description: 'How often it can still be tried, e.g. 2; null where the provider does not say.',
  })
  attemptsLeft!: number | null;
}

@ObjectType({
  implements: Problem,
  description: 'The provider waits for nothing that is answered here. Read Binding.activation.',
})
export class NothingToAnswerError extends Problem {}
