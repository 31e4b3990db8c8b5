import type { Id } from '@bindery/kernel';
import { Ctx, Directive, Field, FieldResolver, ObjectType, Resolver, Root } from 'type-graphql';
import { listOfAbout, type RequestContext } from '@bindery/subgraph';
import { AccountType, CardType, type Views } from '../cards';
import type { CardEntry } from '../lifecycle';
import { CardChangeType } from './card-change.type';
import { toCardChangeType } from './history.mapper';

@ObjectType('RecentCardChange', { description: 'A change of one of the account’s cards, with the card.' })
export class RecentCardChangeType {
  @Field({ description: 'What changed.' })
  change!: CardChangeType;

  @Field(() => CardType, { nullable: true, description: 'Of which card.' })
  card!: CardType | null;
}

interface RecentChangesResolverDeps {
  readonly listRecentChanges: (accountId: Id<'account'>) => Promise<readonly CardEntry[]>;
  readonly views: Views;
}

/** An account's fields are for its holder: `answerAccount` of `cards`. */
@Resolver(() => AccountType)
export class RecentChangesResolver {
  constructor(private readonly deps: RecentChangesResolverDeps) {}

  @Directive(listOfAbout(10))
  @FieldResolver(() => [RecentCardChangeType], {
    nullable: true,
    description:
      'What became of all cards during the last 30 days, as far as it could have been somebody else: bound, taken off, restored, held, replaced; the newest first, 50 at most.',
  })
  async recentCardChanges(
    @Root() { id }: AccountType,
    @Ctx() context: RequestContext,
  ): Promise<RecentCardChangeType[]> {
    const changes = await this.deps.listRecentChanges(id);
    return Promise.all(
      changes.map(async (change) => ({
        change: toCardChangeType(change, context.locale),
        card: await this.deps.views.card(context, change.cardId),
      })),
    );
  }
}
