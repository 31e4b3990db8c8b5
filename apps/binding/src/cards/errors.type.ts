import { Field, Int, ObjectType } from 'type-graphql';
import { DateTimeScalar, MoneyType, Problem } from '@bindery/subgraph';
import { BindingType } from './binding.type';
import { BindingPhaseEnum } from './binding.enums';
import { UnbindBlockerType, UnbindPlanType } from '../unbind/unbind-plan.type';

@ObjectType({ implements: Problem, description: 'The card number cannot be right; nothing was sent anywhere.' })
export class CardNumberInvalidError extends Problem {
  @Field({ description: 'The field at fault: card.bank.number.' })
  field!: string;
}

@ObjectType({ implements: Problem, description: 'There is no provider of this code.' })
export class ProviderUnknownError extends Problem {}

@ObjectType({ implements: Problem, description: 'This card is bound, or being bound, on this device already.' })
export class AlreadyBoundError extends Problem {
  @Field(() => BindingType, { nullable: true, description: 'The binding that is in the way.' })
  existing!: BindingType | null;

  existingId!: string;
}

@ObjectType({ implements: Problem, description: 'The provider allows no more bindings (requirement 19).' })
export class BindingLimitError extends Problem {
  @Field(() => Int, { description: 'How many it allows, e.g. 5.' })
  limit!: number;
}

@ObjectType({ implements: Problem, description: 'The card cannot be bound; the reason says why.' })
export class BindingRefusedError extends Problem {
  @Field({ description: 'Stable code, e.g. CARD_NOT_ACCEPTED, MEMBER_UNKNOWN, ACCOUNT_LOCKED.' })
  reason!: string;
}

@ObjectType({ implements: Problem, description: 'The provider does not answer now; nothing was done.' })
export class ProviderUnavailableError extends Problem {
  @Field(() => DateTimeScalar, { description: 'When a new try makes sense, UTC.' })
  retryAt!: Date;
}

@ObjectType({ implements: Problem, description: 'The proof does not allow this.' })
export class ProofRejectedError extends Problem {
  @Field({ description: 'Stable code, e.g. PROOF_EXPIRED, PROOF_ALREADY_USED, PROOF_FOR_OTHER_PLAN.' })
  reason!: string;
}

@ObjectType({ implements: Problem, description: 'This cannot be done in the state the binding is in.' })
export class TransitionRefusedError extends Problem {
  @Field(() => BindingPhaseEnum, { description: 'The phase the binding is in.' })
  phase!: keyof typeof BindingPhaseEnum;

  @Field(() => [String], {
    description: 'Triggers of the card machine that the holder could pull instead, e.g. RequestUnbind.',
  })
  possible!: string[];
}

@ObjectType({
  implements: Problem,
  description: 'What the plan said does not hold any more; the new plan comes along.',
})
export class UnbindPlanStaleError extends Problem {
  @Field(() => UnbindPlanType, { nullable: true, description: 'The plan as of now; show it and prove again.' })
  plan!: UnbindPlanType | null;

  @Field(() => [String], {
    description: 'What changed: EXPIRED, OTHER_BINDING, BINDING, EFFECTS, BLOCKERS, FEE, PROOF.',
  })
  changed!: string[];
}

@ObjectType({ implements: Problem, description: 'Something must be settled before the unbind.' })
export class UnbindBlockedError extends Problem {
  @Field(() => [UnbindBlockerType], { description: 'What must be settled.' })
  blockers!: UnbindBlockerType[];
}

@ObjectType({ implements: Problem, description: 'The unbind costs a fee that the request did not accept.' })
export class FeeNotAcceptedError extends Problem {
  @Field({ description: 'The fee to accept.' })
  fee!: MoneyType;
}

@ObjectType({ implements: Problem, description: 'The card cannot be restored.' })
export class RestoreRefusedError extends Problem {
  @Field({ description: 'Stable code: WINDOW_OVER, NOT_OFFERED, BOUND_AGAIN.' })
  reason!: string;
}

@ObjectType({ implements: Problem, description: 'Cards of this provider cannot be suspended by their holder.' })
export class SuspendNotOfferedError extends Problem {}

@ObjectType({ implements: Problem, description: 'The card cannot pay now, so it cannot be the default.' })
export class CardNotUsableError extends Problem {}
