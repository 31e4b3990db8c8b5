import { givenId } from '@bindery/kernel';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { requireViewer, type RequestContext } from '@bindery/subgraph';
import { toOperationType, type Views } from '../cards';
import { cardNames } from '../unbind-plan';
import { RequestUnbindInput } from './request-unbind.input';
import { RequestUnbindResult, RequestUnbindSuccess } from './request-unbind.result';
import type { RequestUnbind } from './request-unbind';
import { createToUnbindProblem } from './unbind.problems';

interface UnbindResolverDeps {
  readonly requestUnbind: RequestUnbind;
  readonly views: Views;
}

@Resolver()
export class UnbindResolver {
  constructor(private readonly deps: UnbindResolverDeps) {}

  @Mutation(() => RequestUnbindResult, {
    description: 'Takes a card off, as its plan said; it is unusable from this moment (requirement 3).',
  })
  async requestUnbind(
    @Arg('input', { description: 'The binding, the plan, the reason and the proof.' }) input: RequestUnbindInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof RequestUnbindResult> {
    const { requestUnbind, views } = this.deps;
    const viewer = requireViewer(context);
    const result = await requestUnbind({
      ...input,
      bindingId: givenId('binding', input.bindingId),
      acceptedFee: input.acceptedFee ?? null,
      viewer,
    });
    if (!result.ok) {
      const plan = 'plan' in result.error ? result.error.plan : null;
      const nameOf = await cardNames(context, plan, views);
      const timeZone = plan ? await context.timeZone() : undefined;
      return createToUnbindProblem(nameOf, timeZone)(result.error, context.locale);
    }
    const { bindingId, operation } = result.value;
    return Object.assign(new RequestUnbindSuccess(), {
      binding: await views.bindingAfter(context, bindingId),
      operation: toOperationType(operation),
    });
  }
}
