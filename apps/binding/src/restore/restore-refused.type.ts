import { Field, ObjectType } from 'type-graphql';
import { Problem } from '@bindery/subgraph';

@ObjectType({ implements: Problem, description: 'The card cannot be restored.' })
export class RestoreRefusedError extends Problem {
  @Field({ description: 'Stable code: WINDOW_OVER, NOT_OFFERED, BOUND_AGAIN.' })
  reason!: string;
}
