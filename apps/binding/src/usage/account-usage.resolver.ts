import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '@bindery/subgraph';
import { AccountType } from '../cards';
import { toUsagePage, zoneFor, type UsagePagesDeps } from './usage-pages.mapper';
import { UsageRecordConnection } from './usage-record.type';
import { AccountUsageArgs } from './usage.input';

@Resolver(() => AccountType)
export class AccountUsageResolver {
  constructor(private readonly deps: UsagePagesDeps) {}

  @FieldResolver(() => UsageRecordConnection, {
    nullable: true,
    description: 'Every use of every card, of those that were taken off too, the newest first (requirement 15).',
  })
  async usage(
    @Root() { id: accountId }: AccountType,
    @Args(() => AccountUsageArgs) { filter, ...args }: AccountUsageArgs,
    @Ctx() context: RequestContext,
  ): Promise<UsageRecordConnection> {
    const asked = filter ?? {};
    const timeZone = await zoneFor(context, asked);
    const place = { name: 'Account.usage', owner: { accountId }, locale: context.locale, timeZone };
    return toUsagePage(this.deps, place, asked, args);
  }
}
