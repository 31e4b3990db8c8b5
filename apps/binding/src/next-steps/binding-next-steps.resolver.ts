import { Ctx, Directive, FieldResolver, Resolver, Root } from 'type-graphql';
import { listOfAbout, type RequestContext } from '@bindery/subgraph';
import { BindingType } from '../cards';
import type { LoadOffers } from './offers.loader';
import { BindingNextStepType } from './next-step.type';
import type { ListNextSteps } from './list-next-steps.mapper';
import { proofsAsked } from './next-steps.rules';
import { BindingRestorableType } from './restorable.type';

interface BindingNextStepsResolverDeps {
  readonly listNextSteps: ListNextSteps;
  readonly loadOffers: LoadOffers;
}

@Resolver(() => BindingType)
export class BindingNextStepsResolver {
  constructor(private readonly deps: BindingNextStepsResolverDeps) {}

  @Directive(listOfAbout(4))
  @FieldResolver(() => [BindingNextStepType], {
    description: 'What the holder can do now, what is most likely wanted first (requirement 8).',
  })
  nextSteps(@Root() { source }: BindingType, @Ctx() context: RequestContext): Promise<BindingNextStepType[]> {
    return this.deps.listNextSteps(context, source);
  }

  @FieldResolver(() => BindingRestorableType, {
    nullable: true,
    description: 'How it can come back; null when it is not unbound or cannot.',
  })
  async restorable(
    @Root() { source }: BindingType,
    @Ctx() context: RequestContext,
  ): Promise<BindingRestorableType | null> {
    return (await this.deps.loadOffers(context, source)).restore;
  }

  /**
   * Verification makes `requiredProofs` of it, which is what clients see. What cannot be told is null, with the error that `nextSteps` has too, and
   * not empty: that is “none needed”, and never said without knowing.
   */
  @Directive('@inaccessible')
  @Directive(listOfAbout(2))
  @FieldResolver(() => [String], {
    nullable: true,
    description:
      'The actions that next steps ask a proof for, e.g. UNBIND; empty when there are none, null when it cannot be told.',
  })
  async proofsAsked(@Root() { source }: BindingType, @Ctx() context: RequestContext): Promise<string[] | null> {
    try {
      return proofsAsked(await this.deps.listNextSteps(context, source));
    } catch (error) {
      context.log.error({ err: error, bindingId: source.id }, 'the proofs of next steps cannot be told');
      return null;
    }
  }
}
