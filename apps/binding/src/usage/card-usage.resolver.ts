import type { Id } from '@bindery/kernel';
import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Page, PageRequest } from '@bindery/persistence';
import { pagedList, withTotal, type RequestContext } from '@bindery/subgraph';
import { CardType } from '../cards';
import { UsageRecordConnection } from './usage-record.type';
import { UsageArgs } from './usage.input';
import { toUsageRecordType } from './usage.mapper';
import { isUsageKey, usageKey, type UsageFilter, type UsageRecord } from './usage.rules';

interface CardUsageResolverDeps {
  readonly listUsage: (cardId: Id<'card'>, filter: UsageFilter, page: PageRequest) => Promise<Page<UsageRecord>>;
  readonly countUsage: (cardId: Id<'card'>, filter: UsageFilter) => Promise<number>;
}

@Resolver(() => CardType)
export class CardUsageResolver {
  constructor(private readonly deps: CardUsageResolverDeps) {}

  @FieldResolver(() => UsageRecordConnection, {
    description: 'Every use, the newest first; it outlives the binding (requirement 15).',
  })
  async usage(
    @Root() { id }: CardType,
    @Args(() => UsageArgs) { from, until, kinds, ...args }: UsageArgs,
    @Ctx() { locale }: RequestContext,
  ): Promise<UsageRecordConnection> {
    const filter = { from: from ?? undefined, until: until ?? undefined, kinds: kinds?.toSorted() };
    const list = pagedList<UsageRecord>({ name: 'Card.usage', of: [id, filter], keyOf: usageKey, isKey: isUsageKey });
    const page = await this.deps.listUsage(id, filter, list.toPageRequest(args));
    const connection = list.toConnection(page, (usage) => toUsageRecordType(usage, locale));
    return withTotal(connection, () => this.deps.countUsage(id, filter));
  }
}
