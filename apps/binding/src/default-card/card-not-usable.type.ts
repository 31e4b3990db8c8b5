import { ObjectType } from 'type-graphql';
import { Problem } from '@bindery/subgraph';

@ObjectType({ implements: Problem, description: 'The card cannot pay now, so it cannot be the default.' })
export class CardNotUsableError extends Problem {}
