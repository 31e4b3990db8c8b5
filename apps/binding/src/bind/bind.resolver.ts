import { givenId } from '@bindery/kernel';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { requireViewer, type RequestContext } from '@bindery/subgraph';
import { toOperationType, type Views } from '../cards';
import { toCancelProblem, toConfirmProblem, toReviewFirst } from './bind.problems';
import type { CancelBinding } from './cancel-binding';
import { CancelBindingInput } from './cancel-binding.input';
import { CancelBindingResult, CancelBindingSuccess } from './cancel-binding.result';
import type { ConfirmBinding } from './confirm-binding';
import { ConfirmBindingInput } from './confirm-binding.input';
import { ConfirmBindingResult, ConfirmBindingSuccess } from './confirm-binding.result';

interface BindResolverDeps {
  readonly confirmBinding: ConfirmBinding;
  readonly cancelBinding: CancelBinding;
  readonly views: Views;
}

@Resolver()
export class BindResolver {
  constructor(private readonly deps: BindResolverDeps) {}

  @Mutation(() => ConfirmBindingResult, {
    description: 'Confirms a binding by a proof; the provider is asked, after a review where it wants one.',
  })
  async confirmBinding(
    @Arg('input', { description: 'The binding and the proof.' }) input: ConfirmBindingInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof ConfirmBindingResult> {
    const { confirmBinding, views } = this.deps;
    const result = await confirmBinding({
      ...input,
      bindingId: givenId('binding', input.bindingId),
      viewer: requireViewer(context),
    });
    if (!result.ok) return toConfirmProblem(result.error, context.locale);
    const { bindingId, operation } = result.value;
    const binding = await views.bindingAfter(context, bindingId);
    return operation
      ? Object.assign(new ConfirmBindingSuccess(), { binding, operation: toOperationType(operation) })
      : toReviewFirst(binding, result.value.reviewUntil, context.locale);
  }

  @Mutation(() => CancelBindingResult, { description: 'Gives up a binding that is not bound yet.' })
  async cancelBinding(
    @Arg('input', { description: 'The binding.' }) input: CancelBindingInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof CancelBindingResult> {
    const { cancelBinding, views } = this.deps;
    const result = await cancelBinding({
      ...input,
      bindingId: givenId('binding', input.bindingId),
      viewer: requireViewer(context),
    });
    if (!result.ok) return toCancelProblem(result.error, context.locale);
    const binding = await views.bindingAfter(context, result.value.bindingId);
    return Object.assign(new CancelBindingSuccess(), { binding });
  }
}
