import { createUnionType } from 'type-graphql';
import { NotFoundError } from '@bindery/subgraph';
import { TransitionRefusedError } from '../cards';
import { UnbindPlanType } from './unbind-plan.type';

export const UnbindPlanResult = createUnionType({
  name: 'UnbindPlanResult',
  description: 'The plan of an unbind, or why there is none.',
  types: () => [UnbindPlanType, TransitionRefusedError, NotFoundError] as const,
});
