import type { Id } from '@bindery/kernel';
import { createUnionType, Directive, Field, ID, ObjectType } from 'type-graphql';
import { IdempotencyKeyReusedError, InvalidInputError, listOfAbout, NotFoundError, Problem } from '@bindery/subgraph';
import type { HoldBar } from './staff-hold.rules';
import { StaffHoldBindingType, StaffHoldType } from './staff-hold.type';
import { StaffHoldBarEnum } from './staff-holds.enums';

@ObjectType({ description: 'The card is held from this moment.' })
export class LayCardHoldSuccess {
  @Field({ description: 'The hold.' })
  hold!: StaffHoldType;

  @Directive(listOfAbout(2))
  @Field(() => [StaffHoldBindingType], { description: 'What became of each binding of the card.' })
  bindings!: StaffHoldBindingType[];
}

@ObjectType({ description: 'It is lifted, or will be as soon as providers agree.' })
export class LiftCardHoldSuccess {
  @Field({ description: 'The hold.' })
  hold!: StaffHoldType;

  @Directive(listOfAbout(2))
  @Field(() => [StaffHoldBindingType], {
    description: 'What became of each binding that it held, of what has taken the card’s place too.',
  })
  bindings!: StaffHoldBindingType[];
}

@ObjectType({ implements: Problem, description: 'Somebody else has to do this.' })
export class HoldNotForYouError extends Problem {
  @Field(() => StaffHoldBarEnum, { description: 'Why, e.g. LAID_IT.' })
  bar!: HoldBar;
}

@ObjectType({ implements: Problem, description: 'The card is held for this reason already.' })
export class HoldAlreadyLaidError extends Problem {
  @Field(() => ID, { description: 'Id of that hold, e.g. hold_01h455vb4pex5vsknk084sn02q.' })
  holdId!: Id<'hold'>;
}

@ObjectType({ implements: Problem, description: 'It was lifted before, and nothing of it is left.' })
export class HoldAlreadyLiftedError extends Problem {}

const refusals = [HoldNotForYouError, NotFoundError, InvalidInputError, IdempotencyKeyReusedError] as const;

export const LayCardHoldResult = createUnionType({
  name: 'LayCardHoldResult',
  description: 'What became of layCardHold.',
  types: () => [LayCardHoldSuccess, HoldAlreadyLaidError, ...refusals] as const,
});

export const LiftCardHoldResult = createUnionType({
  name: 'LiftCardHoldResult',
  description: 'What became of liftCardHold.',
  types: () => [LiftCardHoldSuccess, HoldAlreadyLiftedError, ...refusals] as const,
});
