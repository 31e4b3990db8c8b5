import { Directive, Field, ObjectType } from 'type-graphql';
import { listOfAbout, MoneyType, Problem, ProblemCodes } from '@bindery/subgraph';
import { planChanges, UnbindBlockerType, UnbindPlanPartEnum, UnbindPlanType, type PlanChange } from '../unbind-plan';

@ProblemCodes('PLAN_STALE')
@ObjectType({
  implements: Problem,
  description: 'What the plan said does not hold any more; the new plan comes along.',
})
export class UnbindPlanStaleError extends Problem {
  @Field(() => UnbindPlanType, { nullable: true, description: 'The plan as of now; show it and prove again.' })
  plan!: UnbindPlanType | null;

  @Field(() => [UnbindPlanPartEnum], { description: 'What of the plan does not hold any more, e.g. FEE.' })
  changes!: PlanChange[];

  @Field(() => [String], {
    description: `What changed: ${planChanges.join(', ')}.`,
    deprecationReason: 'It is text where there is a list. Use changes. Stays until 2027-12-31.',
  })
  changed!: PlanChange[];
}

@ObjectType({ implements: Problem, description: 'Something must be settled before the unbind.' })
export class UnbindBlockedError extends Problem {
  @Directive(listOfAbout(2))
  @Field(() => [UnbindBlockerType], { description: 'What must be settled.' })
  blockers!: UnbindBlockerType[];
}

@ObjectType({ implements: Problem, description: 'The unbind costs a fee that the request did not accept.' })
export class FeeNotAcceptedError extends Problem {
  @Field({ description: 'The fee to accept.' })
  fee!: MoneyType;
}
