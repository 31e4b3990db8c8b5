import { givenId } from '@bindery/kernel';
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { requireViewer, type RequestContext } from '@bindery/subgraph';
import { CardType, type Views } from '../cards';
import type { FindDefaultCard } from './account-default-card.resolver';
import { toDefaultCardProblem } from './default-card.problems';
import { SetDefaultCardInput } from './set-default-card.input';
import { SetDefaultCardResult, SetDefaultCardSuccess } from './set-default-card.result';
import type { SetDefaultCard } from './set-default-card';

interface DefaultCardResolverDeps {
  readonly setDefaultCard: SetDefaultCard;
  readonly findDefaultCard: FindDefaultCard;
  readonly views: Views;
}

@Resolver(() => CardType)
export class DefaultCardResolver {
  constructor(private readonly deps: DefaultCardResolverDeps) {}

  @Mutation(() => SetDefaultCardResult, { description: 'Chooses the card that pays by default (requirement 14).' })
  async setDefaultCard(
    @Arg('input', { description: 'The card.' }) input: SetDefaultCardInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof SetDefaultCardResult> {
    const { setDefaultCard, views } = this.deps;
    const result = await setDefaultCard({
      ...input,
      cardId: givenId('card', input.cardId),
      viewer: requireViewer(context),
    });
    if (!result.ok) return toDefaultCardProblem(result.error, context.locale);
    const card = await views.card(context, result.value.cardId);
    return Object.assign(new SetDefaultCardSuccess(), { card });
  }

  @FieldResolver(() => Boolean, { description: 'Whether it pays by default.' })
  async isDefault(@Root() { id }: CardType, @Ctx() context: RequestContext): Promise<boolean> {
    return (await this.deps.findDefaultCard(context)) === id;
  }
}
