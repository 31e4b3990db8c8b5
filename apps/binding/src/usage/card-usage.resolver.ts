import type { Id } from '@bindery/kernel';
import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Page, PageRequest } from '@bindery/persistence';
import { ConnectionArgs, toConnection, toPageRequest, type RequestContext } from '@bindery/subgraph';
import { CardType } from '../cards';
import { UsageRecordConnection } from './usage-record.type';
import { toUsageRecordType } from './usage.mapper';
import { usageKey, type UsageRecord } from './usage.rules';

type ListUsage = (cardId: Id<'card'>, page: PageRequest) => Promise<Page<UsageRecord>>;

@Resolver(() => CardType)
export class CardUsageResolver {
  constructor(private readonly listUsage: ListUsage) {}

  @FieldResolver(() => UsageRecordConnection, {
    description: 'Every use, the newest first; it outlives the binding (requirement 15).',
  })
  async usage(
    @Root() { id }: CardType,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() { locale }: RequestContext,
  ): Promise<UsageRecordConnection> {
    const page = await this.listUsage(id, toPageRequest(args));
    return toConnection(page, usageKey, (usage) => toUsageRecordType(usage, locale));
  }
}
