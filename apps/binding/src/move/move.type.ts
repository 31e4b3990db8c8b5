import { createUnionType, Directive, Field, InputType, ID, Int, ObjectType } from 'type-graphql';
import {
  IdempotencyKeyReusedError,
  InvalidInputError,
  listOfAbout,
  NotFoundError,
  OnceInput,
  Problem,
} from '@bindery/subgraph';
import { BindingType, DeviceType } from '../cards';
import { MovableThingEnum } from '../catalogue';
import { ProofRejectedError } from '../proofs';
import { MoveObstacleEnum, MoveOutcomeEnum } from './move.enums';
import type { Movable, MoveObstacle, MoveOutcome } from './move.rules';

@ObjectType('CardMove', { description: 'A card on the old device, and what becomes of it by the move.' })
export class CardMoveType {
  @Field({ description: 'Its binding on the old device.' })
  binding!: BindingType;

  @Field(() => BindingType, {
    nullable: true,
    description:
      'Its binding on the new device, which takes the place of the old one once it is bound; null in a plan, and of a card that has to be entered first.',
  })
  successor!: BindingType | null;

  @Field(() => MoveOutcomeEnum, { description: 'What becomes of it, e.g. MOVES.' })
  outcome!: MoveOutcome;

  @Field(() => MoveObstacleEnum, {
    nullable: true,
    description: 'Why it does not move, or not by itself; null if it does.',
  })
  obstacle!: MoveObstacle | null;

  @Field({ description: 'The same in words, in the language of the caller.' })
  text!: string;

  @Directive(listOfAbout(2))
  @Field(() => [MovableThingEnum], { description: 'What it takes along, e.g. NUMBER.' })
  carries!: Movable[];

  @Field(() => Int, {
    nullable: true,
    description:
      'Days from the move in which people decide about it before it is bound on the new device, e.g. 3: until then it stays; null where nobody looks at it.',
  })
  reviewDays!: number | null;
}

@ObjectType('MovePlan', { description: 'What a move of all cards of a device to this one would do.' })
export class MovePlanType {
  @Field({ description: 'Names this plan; the proof and moveCards quote it.' })
  digest!: string;

  @Field({ description: 'The device they are on.' })
  from!: DeviceType;

  @Field({ description: 'The device of the session that asks.' })
  to!: DeviceType;

  @Directive(listOfAbout(5))
  @Field(() => [CardMoveType], { description: 'Every card that is bound on the old device, or on its way.' })
  cards!: CardMoveType[];
}

@InputType({ description: 'Moves all cards of a device to this one.' })
export class MoveCardsInput extends OnceInput {
  @Field(() => ID, { description: 'The device they are on, e.g. device_01h455vb4pex5vsknk084sn02q.' })
  fromDeviceId!: string;

  @Field({ description: 'Digest of the plan that was shown.' })
  planDigest!: string;

  @Field({ description: 'Token of a proof for MOVE of the old device, for this plan.' })
  proof!: string;
}

@ObjectType({
  description:
    'Under way: each card is asked of its provider, and what has to be entered waits for its holder (Account.waiting).',
})
export class MoveCardsSuccess {
  @Field({ description: 'The device they are on.' })
  from!: DeviceType;

  @Field({ description: 'The device they go to.' })
  to!: DeviceType;

  @Directive(listOfAbout(5))
  @Field(() => [CardMoveType], { description: 'A result for each card of the plan.' })
  cards!: CardMoveType[];
}

@ObjectType({ implements: Problem, description: 'The plan that was shown is not what would happen now.' })
export class MovePlanStaleError extends Problem {
  @Field({ description: 'The plan of now; show it and ask again.' })
  plan!: MovePlanType;
}

@ObjectType({ implements: Problem, description: 'None of the cards moves; the plan says why.' })
export class NothingMovesError extends Problem {
  @Field({ description: 'The plan.' })
  plan!: MovePlanType;
}

export const MovePlanResult = createUnionType({
  name: 'MovePlanResult',
  description: 'A plan, or why there is none.',
  types: () => [MovePlanType, NotFoundError, InvalidInputError] as const,
});

export const MoveCardsResult = createUnionType({
  name: 'MoveCardsResult',
  description: 'What became of moveCards.',
  types: () =>
    [
      MoveCardsSuccess,
      MovePlanStaleError,
      NothingMovesError,
      ProofRejectedError,
      NotFoundError,
      InvalidInputError,
      IdempotencyKeyReusedError,
    ] as const,
});
