import { Ctx, Directive, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Clock } from '@bindery/kernel';
import { listOfAbout, type RequestContext } from '@bindery/subgraph';
import { BindingType } from '../cards';
import type { Catalogue } from '../catalogue';
import { BindingNextStepType } from './next-step.type';
import { toNextStepType } from './next-steps.mapper';
import { nextSteps } from './next-steps.rules';

interface NextStepsResolverDeps {
  readonly catalogue: Catalogue;
  readonly clock: Clock;
}

@Resolver(() => BindingType)
export class NextStepsResolver {
  constructor(private readonly deps: NextStepsResolverDeps) {}

  @Directive(listOfAbout(4))
  @FieldResolver(() => [BindingNextStepType], {
    description: 'What the holder can do now, what is most likely wanted first (requirement 8).',
  })
  nextSteps(@Root() { source, restorable }: BindingType, @Ctx() { locale }: RequestContext): BindingNextStepType[] {
    const { catalogue, clock } = this.deps;
    const { state, deadline, provider } = source;
    const steps = nextSteps({ state, deadline, restorable }, catalogue.profileOf(provider), clock.now());
    return steps.map((step) => toNextStepType(step, locale));
  }
}
