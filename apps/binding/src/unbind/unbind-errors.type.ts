import { Field, ObjectType } from 'type-graphql';
import { MoneyType, Problem } from '@bindery/subgraph';
import { planChanges, UnbindBlockerType, UnbindPlanType, type PlanChange } from '../unbind-plan';

@ObjectType({
  implements: Problem,
  description: 'What the plan said does not hold any more; the new plan comes along.',
})
export class UnbindPlanStaleError extends Problem {
  @Field(() => UnbindPlanType, { nullable: true, description: 'The plan as of now; show it and prove again.' })
  plan!: UnbindPlanType | null;

  @Field(() => [String], {
    description: `What changed: ${planChanges.join(', ')}.`,
  })
  changed!: PlanChange[];
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
