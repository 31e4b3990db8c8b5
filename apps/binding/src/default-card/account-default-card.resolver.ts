import type { Id } from '@bindery/kernel';
import { Ctx, FieldResolver, Resolver } from 'type-graphql';
import type { RequestContext } from '@bindery/subgraph';
import { AccountType, CardType, type Views } from '../cards';

/** The id of the viewer's default card, read once for a request; null for a stranger too. */
export type FindDefaultCard = (context: RequestContext) => Promise<Id<'card'> | null>;

interface AccountDefaultCardResolverDeps {
  readonly findDefaultCard: FindDefaultCard;
  readonly views: Views;
}

@Resolver(() => AccountType)
export class AccountDefaultCardResolver {
  constructor(private readonly deps: AccountDefaultCardResolverDeps) {}

  @FieldResolver(() => CardType, {
    nullable: true,
    description: 'The card that pays by default; null when none can pay (requirement 14).',
  })
  async defaultCard(@Ctx() context: RequestContext): Promise<CardType | null> {
    const { findDefaultCard, views } = this.deps;
    const id = await findDefaultCard(context);
    return id === null ? null : views.card(context, id);
  }
}
