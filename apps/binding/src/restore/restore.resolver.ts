import { givenId } from '@bindery/kernel';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { requireViewer, type RequestContext } from '@bindery/subgraph';
import { toOperationType, type Views } from '../cards';
import type { RequestRestore } from './request-restore';
import { RequestRestoreInput } from './request-restore.input';
import { RequestRestoreResult, RequestRestoreSuccess } from './request-restore.result';
import { toRestoreProblem } from './restore.problems';

interface RestoreResolverDeps {
  readonly requestRestore: RequestRestore;
  readonly views: Views;
}

@Resolver()
export class RestoreResolver {
  constructor(private readonly deps: RestoreResolverDeps) {}

  @Mutation(() => RequestRestoreResult, {
    description: 'Undoes an unbind within the provider’s window, by a proof (requirement 12).',
  })
  async requestRestore(
    @Arg('input', { description: 'The binding and the proof.' }) input: RequestRestoreInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof RequestRestoreResult> {
    const { requestRestore, views } = this.deps;
    const result = await requestRestore({
      ...input,
      bindingId: givenId('binding', input.bindingId),
      viewer: requireViewer(context),
    });
    if (!result.ok) return toRestoreProblem(result.error, context.locale);
    const { bindingId, operation } = result.value;
    return Object.assign(new RequestRestoreSuccess(), {
      binding: await views.bindingAfter(context, bindingId),
      operation: toOperationType(operation),
    });
  }
}
