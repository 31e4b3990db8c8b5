import { ObjectType } from 'type-graphql';
import { Problem } from '@bindery/subgraph';

@ObjectType({ implements: Problem, description: 'Cards of this provider cannot be suspended by their holder.' })
export class SuspendNotOfferedError extends Problem {}
