import { Ctx, Directive, FieldResolver, Resolver, Root } from 'type-graphql';
import { listOfAbout, type RequestContext } from '@bindery/subgraph';
import { TransitionRefusedError } from '../cards';
import { BindingNextStepType } from './next-step.type';
import type { ListNextSteps } from './list-next-steps.mapper';

@Resolver(() => TransitionRefusedError)
export class RefusedNextStepsResolver {
  constructor(private readonly listNextSteps: ListNextSteps) {}

  @Directive(listOfAbout(4))
  @FieldResolver(() => [BindingNextStepType], {
    description: 'What the holder can do with the binding instead, what is most likely wanted first.',
  })
  nextSteps(
    @Root() { source }: TransitionRefusedError,
    @Ctx() context: RequestContext,
  ): Promise<BindingNextStepType[]> {
    return this.listNextSteps(context, source);
  }
}
