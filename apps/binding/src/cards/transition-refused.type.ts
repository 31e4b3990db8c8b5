import { Field, ObjectType } from 'type-graphql';
import { Problem } from '@bindery/subgraph';
import type { Binding } from '../lifecycle';
import { BindingPhaseEnum } from './binding.enums';

@ObjectType({ implements: Problem, description: 'This cannot be done in the state the binding is in.' })
export class TransitionRefusedError extends Problem {
  @Field(() => BindingPhaseEnum, { description: 'The phase the binding is in.' })
  phase!: keyof typeof BindingPhaseEnum;

  @Field(() => [String], {
    description: 'Triggers of the card machine that the holder could pull instead, e.g. RequestUnbind.',
    deprecationReason: 'Names of the machine, not of what a client can do. Use nextSteps. Stays until 2027-12-31.',
  })
  possible!: string[];

  /** For the field resolvers of other features. */
  source!: Binding;
}
