import { givenId, type Id } from '@bindery/kernel';
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { requireViewer, type RequestContext } from '@bindery/subgraph';
import { BindingType, groupedBy, type Views } from '../cards';
import type { listAwaitingHolder } from '../operations';
import { AnswerActivationInput } from './activation.input';
import { toActivationType } from './activation.mapper';
import { toActivationProblem } from './activation.problems';
import { AnswerActivationResult, AnswerActivationSuccess } from './activation.result';
import { BindingActivationType } from './activation.type';
import type { AnswerActivation } from './answer-activation';

interface ActivationResolverDeps {
  readonly answerActivation: AnswerActivation;
  readonly listAwaitingHolder: (ids: readonly Id<'binding'>[]) => ReturnType<typeof listAwaitingHolder>;
  readonly views: Views;
}

/** Phases in which a provider waits; in others nobody is asked what for. */
const waitingPhases: readonly string[] = ['BINDING', 'AWAITING_ACTIVATION', 'RESTORING'];

@Resolver(() => BindingType)
export class ActivationResolver {
  constructor(private readonly deps: ActivationResolverDeps) {}

  @Mutation(() => AnswerActivationResult, {
    description: 'Answers a step of Binding.activation: the code that the provider sent, or a signature.',
  })
  async answerActivation(
    @Arg('input', { description: 'The binding and the answer.' }) input: AnswerActivationInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof AnswerActivationResult> {
    const { idempotencyKey, bindingId, code, signature } = input;
    const result = await this.deps.answerActivation({
      idempotencyKey,
      bindingId: givenId('binding', bindingId),
      typed: { code, signature },
      viewer: requireViewer(context),
    });
    if (!result.ok) return toActivationProblem(result.error, context.locale);
    const binding = await this.deps.views.bindingAfter(context, result.value.bindingId);
    return Object.assign(new AnswerActivationSuccess(), { binding });
  }

  @FieldResolver(() => BindingActivationType, {
    nullable: true,
    description: 'What the provider waits for the holder to do; null when it waits for nothing, or does not say.',
  })
  async activation(
    @Root() { source }: BindingType,
    @Ctx() context: RequestContext,
  ): Promise<BindingActivationType | null> {
    if (!waitingPhases.includes(source.state.phase)) return null;
    const batch = groupedBy(this.deps.listAwaitingHolder, ({ bindingId }) => bindingId);
    const [operation] = await context.loader('activations', batch).load(source.id);
    return operation?.activation ? toActivationType(operation.activation, source.deadline) : null;
  }
}
