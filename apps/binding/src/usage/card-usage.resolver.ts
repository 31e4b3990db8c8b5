import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '@bindery/subgraph';
import { CardType } from '../cards';
import { toUsagePage, zoneFor, type UsagePagesDeps } from './usage-pages.mapper';
import { UsageRecordConnection } from './usage-record.type';
import { UsageArgs } from './usage.input';

@Resolver(() => CardType)
export class CardUsageResolver {
  constructor(private readonly deps: UsagePagesDeps) {}

  @FieldResolver(() => UsageRecordConnection, {
    description: 'Every use, the newest first; it outlives the binding (requirement 15).',
  })
  async usage(
    @Root() { id: cardId }: CardType,
    @Args(() => UsageArgs) { filter, from, until, kinds, ...args }: UsageArgs,
    @Ctx() context: RequestContext,
  ): Promise<UsageRecordConnection> {
    const asked = {
      ...filter,
      from: filter?.from ?? from,
      until: filter?.until ?? until,
      kinds: filter?.kinds ?? kinds,
    };
    const timeZone = await zoneFor(context, asked);
    const place = { name: 'Card.usage', owner: { cardId }, locale: context.locale, timeZone };
    return toUsagePage(this.deps, place, asked, args);
  }
}
