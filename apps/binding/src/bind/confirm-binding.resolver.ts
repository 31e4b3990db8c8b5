import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { RequestContext } from '@bindery/subgraph';
import type { CancelBinding } from './cancel-binding';
import type { ConfirmBinding } from './confirm-binding';
import { CancelBindingInput, ConfirmBindingInput } from './confirm-binding.input';
import {
  CancelBindingResult,
  CancelBindingSuccess,
  ConfirmBindingResult,
  ConfirmBindingSuccess,
} from './confirm-binding.result';
import { toOperationType } from '../cards/binding.mapper';
import { toCaller } from '../graphql/caller';
import type { MutationAnswers } from '../cards/mutation-answers.mapper';

export interface BindResolverDeps {
  readonly confirmBinding: ConfirmBinding;
  readonly cancelBinding: CancelBinding;
  readonly answers: MutationAnswers;
}

@Resolver()
export class BindResolver {
  constructor(private readonly deps: BindResolverDeps) {}

  @Mutation(() => ConfirmBindingResult, { description: 'Confirms a binding by a proof; the provider is asked.' })
  async confirmBinding(
    @Arg('input', { description: 'The binding and the proof.' }) input: ConfirmBindingInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof ConfirmBindingResult> {
    const { confirmBinding, answers } = this.deps;
    const result = await confirmBinding({ ...input, caller: toCaller(context) });
    if (!result.ok) return answers.refusal(context, result.error);
    const { bindingId, operation } = result.value;
    return Object.assign(new ConfirmBindingSuccess(), {
      binding: await answers.binding(context, bindingId),
      operation: toOperationType(operation),
    });
  }

  @Mutation(() => CancelBindingResult, { description: 'Gives up a binding that is not bound yet.' })
  async cancelBinding(
    @Arg('input', { description: 'The binding.' }) input: CancelBindingInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof CancelBindingResult> {
    const { cancelBinding, answers } = this.deps;
    const result = await cancelBinding({ ...input, caller: toCaller(context) });
    if (!result.ok) return answers.refusal(context, result.error);
    return Object.assign(new CancelBindingSuccess(), {
      binding: await answers.binding(context, result.value.bindingId),
    });
  }
}
