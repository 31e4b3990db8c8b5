import type { Id } from '@bindery/kernel';
import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Page, PageRequest } from '@bindery/persistence';
import { pagedById, withTotal, type RequestContext } from '@bindery/subgraph';
import { CardType } from '../cards';
import type { CardEntry, ChangeFilter } from '../lifecycle';
import { CardChangeConnection } from './card-change.type';
import { HistoryArgs } from './history.input';
import { toCardChangeType } from './history.mapper';
import { toFact } from './history.rules';

interface CardHistoryResolverDeps {
  readonly listChanges: (cardId: Id<'card'>, filter: ChangeFilter, page: PageRequest) => Promise<Page<CardEntry>>;
  readonly countChanges: (cardId: Id<'card'>, filter: ChangeFilter) => Promise<number>;
}

/** A card's fields are for whoever may see the card: `cards/may-see.rules.ts`. */
@Resolver(() => CardType)
export class CardHistoryResolver {
  constructor(private readonly deps: CardHistoryResolverDeps) {}

  @FieldResolver(() => CardChangeConnection, {
    description: 'Every change with actor, channel, reason and time, the newest first (requirement 38).',
  })
  async history(
    @Root() { id }: CardType,
    @Args(() => HistoryArgs) { from, until, kinds, ...args }: HistoryArgs,
    @Ctx() { locale }: RequestContext,
  ): Promise<CardChangeConnection> {
    const filter = { from: from ?? undefined, until: until ?? undefined, facts: kinds?.map(toFact).sort() };
    const list = pagedById<CardEntry>('change', { name: 'Card.history', of: [id, filter] });
    const page = await this.deps.listChanges(id, filter, list.toPageRequest(args));
    const connection = list.toConnection(page, (change) => toCardChangeType(change, locale));
    return withTotal(connection, () => this.deps.countChanges(id, filter));
  }
}
