import { Field, ObjectType } from 'type-graphql';
import { DateTimeScalar, Problem, ProblemCodes } from '@bindery/subgraph';

@ObjectType({
  implements: Problem,
  description: 'So many files or links have been asked for that it is enough for now.',
})
export class TooManyExportsError extends Problem {
  @Field(() => DateTimeScalar, { description: 'When another can be asked for, UTC.' })
  retryAt!: Date;
}

@ProblemCodes('ACCOUNT_LOCKED')
@ObjectType({ implements: Problem, description: 'The account is locked, and its files with it.' })
export class UsageExportLockedError extends Problem {}

@ObjectType({ implements: Problem, description: 'The file is still being written.' })
export class UsageExportNotReadyError extends Problem {}

@ObjectType({
  implements: Problem,
  description: 'The file has expired, was stopped, or is finished and cannot be stopped.',
})
export class UsageExportGoneError extends Problem {}
