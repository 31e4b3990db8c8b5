import { givenId } from '@bindery/kernel';
import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { inWords, requireViewer, type RequestContext } from '@bindery/subgraph';
import { CardType, type Views } from '../cards';
import { cardNames } from './card-names.mapper';
import type { QuoteUnbind } from './quote-unbind';
import { DefaultMovesEffect } from './unbind-effect.type';
import { toUnbindPlanType } from './unbind-plan.mapper';
import { toQuoteProblem } from './unbind-plan.problems';
import { UnbindPlanResult } from './unbind-plan.result';
import { planLifetimeMs, type UnbindPlan } from './unbind-plan.rules';
import { UnbindPlanType } from './unbind-plan.type';

interface UnbindPlanResolverDeps {
  readonly quoteUnbind: QuoteUnbind;
  readonly views: Views;
}

@Resolver(() => DefaultMovesEffect)
export class UnbindPlanResolver {
  constructor(private readonly deps: UnbindPlanResolverDeps) {}

  @Query(() => UnbindPlanType, {
    nullable: true,
    description: `Everything that an unbind would do, quoted for ${inWords(planLifetimeMs)}; null when there is no such binding that could be unbound now.`,
    deprecationReason: 'Does not say why there is no plan. Use unbindPlan. Stays until 2027-12-31.',
  })
  async unbindPreflight(
    @Arg('bindingId', () => ID, { description: 'Id of the binding, e.g. binding_01h455vb4pex5vsknk084sn02q.' })
    bindingId: string,
    @Ctx() context: RequestContext,
  ): Promise<UnbindPlanType | null> {
    const { quoteUnbind } = this.deps;
    const quoted = await quoteUnbind(givenId('binding', bindingId), requireViewer(context).accountId);
    return quoted.ok ? this.show(context, quoted.value) : null;
  }

  @Query(() => UnbindPlanResult, {
    description: `Everything that an unbind would do, quoted for ${inWords(planLifetimeMs)}, or why nothing can be unbound now.`,
  })
  async unbindPlan(
    @Arg('bindingId', () => ID, { description: 'Id of the binding, e.g. binding_01h455vb4pex5vsknk084sn02q.' })
    bindingId: string,
    @Ctx() context: RequestContext,
  ): Promise<typeof UnbindPlanResult> {
    const { quoteUnbind } = this.deps;
    const quoted = await quoteUnbind(givenId('binding', bindingId), requireViewer(context).accountId);
    return quoted.ok ? this.show(context, quoted.value) : toQuoteProblem(quoted.error, context.locale);
  }

  private async show(context: RequestContext, plan: UnbindPlan): Promise<UnbindPlanType> {
    const [nameOf, timeZone] = await Promise.all([cardNames(context, plan, this.deps.views), context.timeZone()]);
    return Object.assign(new UnbindPlanType(), toUnbindPlanType(plan, nameOf, context.locale, timeZone));
  }

  @FieldResolver(() => CardType, { nullable: true, description: 'The default afterwards.' })
  to(@Root() { toCardId }: DefaultMovesEffect, @Ctx() context: RequestContext): Promise<CardType | null> {
    return this.deps.views.card(context, toCardId);
  }
}
