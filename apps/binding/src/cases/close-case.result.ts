import { createUnionType, Field, ObjectType } from 'type-graphql';
import { IdempotencyKeyReusedError, InvalidInputError, NotFoundError, Problem } from '@bindery/subgraph';
import { BindingCaseType } from './binding-case.type';
import { CaseObstacleEnum } from './cases.enums';
import type { CaseObstacle } from './cases.rules';

@ObjectType({ description: 'It is closed, and its holder sees why.' })
export class CloseCaseSuccess {
  @Field(() => BindingCaseType, { description: 'The case.' })
  bindingCase!: BindingCaseType;
}

@ObjectType({ implements: Problem, description: 'It is not closed by this person, or by nobody.' })
export class CaseNotClosedError extends Problem {
  @Field(() => CaseObstacleEnum, { description: 'Why, e.g. ENDS_BY_ITSELF.' })
  obstacle!: CaseObstacle;
}

export const CloseCaseResult = createUnionType({
  name: 'CloseCaseResult',
  description: 'What became of closeCase.',
  types: () =>
    [CloseCaseSuccess, CaseNotClosedError, NotFoundError, InvalidInputError, IdempotencyKeyReusedError] as const,
});
