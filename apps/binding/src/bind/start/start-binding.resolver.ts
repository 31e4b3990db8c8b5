import { givenId } from '@bindery/kernel';
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { requireViewer, type RequestContext } from '@bindery/subgraph';
import { BindingType, type Views } from '../../cards';
import { toStartProblem } from './start-binding.problems';
import { AlreadyBoundError } from './start-errors.type';
import type { StartBinding } from './start-binding';
import { StartBindingInput } from './start-binding.input';
import { StartBindingResult, StartBindingSuccess } from './start-binding.result';

interface StartBindingResolverDeps {
  readonly startBinding: StartBinding;
  readonly views: Views;
}

@Resolver(() => AlreadyBoundError)
export class StartBindingResolver {
  constructor(private readonly deps: StartBindingResolverDeps) {}

  @Mutation(() => StartBindingResult, {
    description:
      'Begins to bind a card: it is handed to the provider’s tokenisation, the consent is recorded, and the proofs that are needed are listed.',
  })
  async startBinding(
    @Arg('input', { description: 'The card and where to bind it.' }) input: StartBindingInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof StartBindingResult> {
    const { startBinding, views } = this.deps;
    const result = await startBinding({
      ...input,
      deviceId: givenId('device', input.deviceId),
      previousBindingId: input.previousBindingId ? givenId('binding', input.previousBindingId) : null,
      viewer: requireViewer(context),
      clientAddress: context.clientAddress,
    });
    if (!result.ok) return toStartProblem(result.error, context.locale);
    const binding = await views.bindingAfter(context, result.value.bindingId);
    return Object.assign(new StartBindingSuccess(), { binding });
  }

  @FieldResolver(() => BindingType, { nullable: true, description: 'The binding that is in the way.' })
  existing(@Root() { existingId }: AlreadyBoundError, @Ctx() context: RequestContext): Promise<BindingType | null> {
    return this.deps.views.binding(context, existingId);
  }
}
