import { givenId, type Id } from '@bindery/kernel';
import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Page, PageRequest } from '@bindery/persistence';
import { ConnectionArgs, toConnection, toPageRequest, type RequestContext } from '@bindery/subgraph';
import type { Card } from '../lifecycle';
import { CardConnection } from './card.type';
import { AccountType } from './foreign.type';
import { maySee } from './may-see.rules';
import type { Views } from './views.mapper';

interface AccountCardsResolverDeps {
  readonly views: Views;
  readonly listCards: (accountId: Id<'account'>, page: PageRequest) => Promise<Page<Card>>;
}

@Resolver(() => AccountType)
export class AccountCardsResolver {
  constructor(private readonly deps: AccountCardsResolverDeps) {}

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
}

/** Only one's own account has cards to show. */
export const answerAccount = ({ id }: { id: string }, context: RequestContext): AccountType | null => {
  const accountId = givenId('account', id);
  return maySee(context.viewer, accountId) ? Object.assign(new AccountType(), { id: accountId }) : null;
};
