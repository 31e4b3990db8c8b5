import { Field, ObjectType } from 'type-graphql';
import { Problem, ProblemCodes } from '@bindery/subgraph';
import { RestoreRefusalEnum } from './restore.enums';
import { restoreObstacles, type RestoreObstacle } from './restore.rules';

@ProblemCodes(...restoreObstacles)
@ObjectType({ implements: Problem, description: 'The card cannot be restored.' })
export class RestoreRefusedError extends Problem {
  @Field(() => RestoreRefusalEnum, { description: 'What stands in the way, e.g. WINDOW_OVER.' })
  obstacle!: RestoreObstacle;

  @Field({
    description: 'Stable code: WINDOW_OVER, NOT_OFFERED, BOUND_AGAIN.',
    deprecationReason: 'It is text where there is a list. Use obstacle. Stays until 2027-12-31.',
  })
  reason!: string;
}
