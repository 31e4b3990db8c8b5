import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { RequestContext } from '@bindery/subgraph';
import type { RequestRestore } from './request-restore';
import { toOperationType } from '../cards/binding.mapper';
import { RequestRestoreInput } from '../bind/confirm-binding.input';
import { RequestRestoreResult, RequestRestoreSuccess } from '../bind/confirm-binding.result';
import { toCaller } from '../graphql/caller';
import type { MutationAnswers } from '../cards/mutation-answers.mapper';

export interface RestoreResolverDeps {
  readonly requestRestore: RequestRestore;
  readonly answers: MutationAnswers;
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
    const { requestRestore, answers } = this.deps;
    const result = await requestRestore({ ...input, caller: toCaller(context) });
    if (!result.ok) return answers.refusal(context, result.error);
    const { bindingId, operation } = result.value;
    return Object.assign(new RequestRestoreSuccess(), {
      binding: await answers.binding(context, bindingId),
      operation: toOperationType(operation),
    });
  }
}
