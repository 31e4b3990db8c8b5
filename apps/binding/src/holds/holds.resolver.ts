import { givenId } from '@bindery/kernel';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { requireViewer, type RequestContext } from '@bindery/subgraph';
import type { Views } from '../cards';
import { ResumeBindingInput, SuspendBindingInput } from './holds.input';
import { toResumeProblem, toSuspendProblem } from './holds.problems';
import { ResumeBindingResult, ResumeBindingSuccess, SuspendBindingResult, SuspendBindingSuccess } from './holds.result';
import type { ResumeBinding } from './resume-binding';
import type { SuspendBinding } from './suspend-binding';

interface HoldsResolverDeps {
  readonly suspendBinding: SuspendBinding;
  readonly resumeBinding: ResumeBinding;
  readonly views: Views;
}

@Resolver()
export class HoldsResolver {
  constructor(private readonly deps: HoldsResolverDeps) {}

  @Mutation(() => SuspendBindingResult, {
    description: 'Suspends a card from this moment; the provider is told after.',
  })
  async suspendBinding(
    @Arg('input', { description: 'The binding.' }) input: SuspendBindingInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof SuspendBindingResult> {
    const { suspendBinding, views } = this.deps;
    const result = await suspendBinding({
      ...input,
      bindingId: givenId('binding', input.bindingId),
      viewer: requireViewer(context),
    });
    if (!result.ok) return toSuspendProblem(result.error, context.locale);
    const binding = await views.bindingAfter(context, result.value.bindingId);
    return Object.assign(new SuspendBindingSuccess(), { binding });
  }

  @Mutation(() => ResumeBindingResult, {
    description:
      'Lifts the holder’s own suspension, once the provider agrees; or what is left of a report of a loss that they have taken back.',
  })
  async resumeBinding(
    @Arg('input', { description: 'The binding.' }) input: ResumeBindingInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof ResumeBindingResult> {
    const { resumeBinding, views } = this.deps;
    const result = await resumeBinding({
      ...input,
      bindingId: givenId('binding', input.bindingId),
      viewer: requireViewer(context),
    });
    if (!result.ok) return toResumeProblem(result.error, context.locale);
    const binding = await views.bindingAfter(context, result.value.bindingId);
    return Object.assign(new ResumeBindingSuccess(), { binding });
  }
}
