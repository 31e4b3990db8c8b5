import { givenId, type Id } from '@bindery/kernel';
import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Page, PageRequest } from '@bindery/persistence';
import { ConnectionArgs, pagedById, withTotal, type RequestContext } from '@bindery/subgraph';
import type { Card, CardStanding } from '../lifecycle';
import { CardConnection } from './card.type';
import { AccountType } from './foreign.type';
import { maySee } from './may-see.rules';
import type { Views } from './views.mapper';

interface AccountCardsResolverDeps {
  readonly views: Views;
  readonly listCards: (accountId: Id<'account'>, standing: CardStanding, page: PageRequest) => Promise<Page<Card>>;
  readonly countCards: (accountId: Id<'account'>, standing: CardStanding) => Promise<number>;
}

@Resolver(() => AccountType)
export class AccountCardsResolver {
  constructor(private readonly deps: AccountCardsResolverDeps) {}

  @FieldResolver(() => CardConnection, {
    nullable: true,
    description:
      'Cards that are bound, or on the way there or back, in the order they were added; see startedCards and pastCards for others.',
  })
  cards(
    @Root() account: AccountType,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() context: RequestContext,
  ): Promise<CardConnection> {
    return this.page(account.id, 'PRESENT', args, context);
  }

  @FieldResolver(() => CardConnection, {
    nullable: true,
    description:
      'Cards that somebody began to bind for the first time and did not confirm yet, in the order they were added. They lapse after half an hour and are in no other list until then (requirement 19).',
  })
  startedCards(
    @Root() account: AccountType,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() context: RequestContext,
  ): Promise<CardConnection> {
    return this.page(account.id, 'STARTED', args, context);
  }

  @FieldResolver(() => CardConnection, {
    nullable: true,
    description:
      'Cards that were taken off, or that their provider refused, in the order they were added; some of them can be restored. What was begun and never confirmed is in no list once it has lapsed (requirement 19).',
  })
  pastCards(
    @Root() account: AccountType,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() context: RequestContext,
  ): Promise<CardConnection> {
    return this.page(account.id, 'PAST', args, context);
  }

  private async page(
    accountId: Id<'account'>,
    standing: CardStanding,
    args: ConnectionArgs,
    context: RequestContext,
  ): Promise<CardConnection> {
    const { listCards, countCards, views } = this.deps;
    const list = pagedById<Card>('card', { name: 'Account.cards', of: [accountId, standing] });
    const page = await listCards(accountId, standing, list.toPageRequest(args));
    const connection = list.toConnection(page, (card) => views.toCard(context, card));
    return withTotal(connection, () => countCards(accountId, standing));
  }
}

/** Only one's own account has cards to show. */
export const answerAccount = ({ id }: { id: string }, { viewer }: RequestContext): AccountType | null => {
  const accountId = givenId('account', id);
  return maySee(viewer, accountId) ? Object.assign(new AccountType(), { id: accountId }) : null;
};
