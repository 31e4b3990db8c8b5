import type { Id } from '@bindery/kernel';
import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Page, PageRequest } from '@bindery/persistence';
import { ConnectionArgs, toConnection, toPageRequest, type RequestContext } from '@bindery/subgraph';
import { CardType } from '../cards';
import type { BindingChange } from '../lifecycle';
import { CardChangeConnection } from './card-change.type';
import { toCardChangeType } from './history.mapper';

type ListChanges = (cardId: Id<'card'>, page: PageRequest) => Promise<Page<BindingChange>>;

/** A card's fields are for whoever may see the card: `cards/may-see.rules.ts`. */
@Resolver(() => CardType)
export class CardHistoryResolver {
  constructor(private readonly listChanges: ListChanges) {}

  @FieldResolver(() => CardChangeConnection, {
    description: 'Every change with actor, channel, reason and time, the newest first (requirement 38).',
  })
  async history(
    @Root() { id }: CardType,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() { locale }: RequestContext,
  ): Promise<CardChangeConnection> {
    const page = await this.listChanges(id, toPageRequest(args));
    return toConnection(
      page,
      (change) => change.id,
      (change) => toCardChangeType(change, locale),
    );
  }
}
