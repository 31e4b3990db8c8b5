import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { RequestContext } from '@bindery/subgraph';
import type { ResumeBinding } from './resume-binding';
import type { SuspendBinding } from './suspend-binding';
import { ResumeBindingInput, SuspendBindingInput } from '../bind/confirm-binding.input';
import {
  ResumeBindingResult,
  ResumeBindingSuccess,
  SuspendBindingResult,
  SuspendBindingSuccess,
} from '../bind/confirm-binding.result';
import { toCaller } from '../graphql/caller';
import type { MutationAnswers } from '../cards/mutation-answers.mapper';

export interface HoldResolverDeps {
  readonly suspendBinding: SuspendBinding;
  readonly resumeBinding: ResumeBinding;
  readonly answers: MutationAnswers;
}

@Resolver()
export class HoldResolver {
  constructor(private readonly deps: HoldResolverDeps) {}

  @Mutation(() => SuspendBindingResult, {
    description: 'Suspends a card from this moment; the provider is told after.',
  })
  async suspendBinding(
    @Arg('input', { description: 'The binding.' }) input: SuspendBindingInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof SuspendBindingResult> {
    const { suspendBinding, answers } = this.deps;
    const result = await suspendBinding({ ...input, caller: toCaller(context) });
    if (!result.ok) return answers.refusal(context, result.error);
    return Object.assign(new SuspendBindingSuccess(), {
      binding: await answers.binding(context, result.value.bindingId),
    });
  }

  @Mutation(() => ResumeBindingResult, { description: 'Lifts the holder’s own suspension, once the provider agrees.' })
  async resumeBinding(
    @Arg('input', { description: 'The binding.' }) input: ResumeBindingInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof ResumeBindingResult> {
    const { resumeBinding, answers } = this.deps;
    const result = await resumeBinding({ ...input, caller: toCaller(context) });
    if (!result.ok) return answers.refusal(context, result.error);
    return Object.assign(new ResumeBindingSuccess(), {
      binding: await answers.binding(context, result.value.bindingId),
    });
  }
}
