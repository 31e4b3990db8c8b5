import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { requireViewer, type RequestContext } from '@bindery/subgraph';
import type { QuoteUnbind } from './quote-unbind';
import type { RequestUnbind } from './request-unbind';
import { toOperationType } from '../cards/binding.mapper';
import { RequestUnbindInput } from '../bind/confirm-binding.input';
import { toCaller } from '../graphql/caller';
import { cardNames } from './card-names.mapper';
import { CardType } from '../cards/card.type';
import type { MutationAnswers } from '../cards/mutation-answers.mapper';
import { RequestUnbindResult, RequestUnbindSuccess } from './request-unbind.result';
import { DefaultMovesEffect } from './unbind-effect.type';
import { toUnbindPlanType } from './unbind-plan.mapper';
import { UnbindPlanType } from './unbind-plan.type';
import type { Views } from '../cards/views.mapper';

export interface UnbindResolverDeps {
  readonly quoteUnbind: QuoteUnbind;
  readonly requestUnbind: RequestUnbind;
  readonly answers: MutationAnswers;
  readonly views: Views;
}

@Resolver(() => DefaultMovesEffect)
export class UnbindResolver {
  constructor(private readonly deps: UnbindResolverDeps) {}

  @Query(() => UnbindPlanType, {
    nullable: true,
    description:
      'Everything that an unbind would do, quoted for ten minutes; null when there is no such binding that could be unbound now.',
  })
  async unbindPreflight(
    @Arg('bindingId', () => ID, { description: 'Id of the binding, e.g. binding_01h455vb4pex5vsknk084sn02q.' })
    bindingId: string,
    @Ctx() context: RequestContext,
  ): Promise<UnbindPlanType | null> {
    const { quoteUnbind, views } = this.deps;
    const plan = await quoteUnbind(bindingId, requireViewer(context).accountId);
    if (!plan) return null;
    const names = await cardNames(context, plan, views);
    return toUnbindPlanType(plan, (cardId) => names.get(cardId) ?? '', context.locale);
  }

  @Mutation(() => RequestUnbindResult, {
    description: 'Takes a card off, as its plan said; it is unusable from this moment (requirement 3).',
  })
  async requestUnbind(
    @Arg('input', { description: 'The binding, the plan, the reason and the proof.' }) input: RequestUnbindInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof RequestUnbindResult> {
    const { requestUnbind, answers } = this.deps;
    const result = await requestUnbind({ ...input, acceptedFee: input.acceptedFee ?? null, caller: toCaller(context) });
    if (!result.ok) return answers.refusal(context, result.error);
    const { bindingId, operation } = result.value;
    return Object.assign(new RequestUnbindSuccess(), {
      binding: await answers.binding(context, bindingId),
      operation: toOperationType(operation),
    });
  }

  @FieldResolver(() => CardType, { nullable: true, description: 'The default afterwards.' })
  to(@Root() { toCardId }: DefaultMovesEffect, @Ctx() context: RequestContext): Promise<CardType | null> {
    return this.deps.views.card(context, toCardId);
  }
}
