import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { ConnectionArgs, requireViewer, toConnection, toPageRequest, type RequestContext } from '@bindery/subgraph';
import type { ListCards } from './list-cards';
import { CardConnection, CardType } from './card.type';
import { AccountType } from './foreign.type';
import type { Views } from './views.mapper';

export interface AccountResolverDeps {
  readonly views: Views;
  readonly listCards: ListCards;
}

@Resolver(() => AccountType)
export class AccountResolver {
  constructor(private readonly deps: AccountResolverDeps) {}

  @FieldResolver(() => CardConnection, {
    nullable: true,
    description:
      'Cards that are bound, or on the way there or back; unbound ones are read by card(id). In the order they were added.',
  })
  async cards(
    @Root() account: AccountType,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() context: RequestContext,
  ): Promise<CardConnection> {
    const page = await this.deps.listCards(account.id, toPageRequest(args));
    return toConnection(
      page,
      ({ id }) => id,
      (card) => this.deps.views.toCard(context, card),
    );
  }

  @FieldResolver(() => CardType, {
    nullable: true,
    description: 'The card that pays by default; null when none can pay (requirement 14).',
  })
  async defaultCard(@Ctx() context: RequestContext): Promise<CardType | null> {
    const id = await this.deps.views.defaultCardId(context);
    return id === null ? null : this.deps.views.card(context, id);
  }

  /** Only one's own account has cards to show. */
  reference({ id }: { id: string }, context: RequestContext): AccountType | null {
    return requireViewer(context).accountId === id ? Object.assign(new AccountType(), { id }) : null;
  }
}
