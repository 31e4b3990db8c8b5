import { givenId } from '@bindery/kernel';
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { requireViewer, type RequestContext } from '@bindery/subgraph';
import { BindingType, type Views } from '../cards';
import { AnswerActivationInput } from './activation.input';
import type { LoadActivation } from './activation.loader';
import { toActivationType } from './activation.mapper';
import { toActivationProblem } from './activation.problems';
import { AnswerActivationResult, AnswerActivationSuccess } from './activation.result';
import { BindingActivationType } from './activation.type';
import type { AnswerActivation } from './answer-activation';

interface ActivationResolverDeps {
  readonly answerActivation: AnswerActivation;
  readonly loadActivation: LoadActivation;
  /** Whether a text that a provider has signed is one of ours. */
  readonly isOurText: (provider: string) => boolean;
  readonly views: Views;
}

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
    const activation = await this.deps.loadActivation(context, source);
    return activation && toActivationType(activation, this.deps.isOurText(source.provider), context.locale);
  }
}
