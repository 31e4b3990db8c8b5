import { Field, ObjectType } from 'type-graphql';
import { DateTimeScalar, Problem } from '@bindery/subgraph';

@ObjectType({ implements: Problem, description: 'The provider does not answer now; nothing was done.' })
export class ProviderUnavailableError extends Problem {
  @Field(() => DateTimeScalar, { description: 'When a new try makes sense, UTC.' })
  retryAt!: Date;
}
