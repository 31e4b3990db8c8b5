import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '@bindery/subgraph';
import type { Clock } from '@bindery/kernel';
import type { ListWaiting } from './list-waiting';
import { AccountType } from './account.type';
import { toWaitingItem } from './waiting-item.mapper';
import { WaitingItem } from './waiting-item.type';

export interface AccountResolverDeps {
  readonly clock: Clock;
  readonly listWaiting: ListWaiting;
}

@Resolver(() => AccountType)
export class AccountResolver {
  constructor(private readonly deps: AccountResolverDeps) {}

  @FieldResolver(() => [WaitingItem], {
    nullable: true,
    description:
      'What waits for the holder: codes to enter, bindings to confirm or to activate; the soonest deadline first.',
  })
  async waiting(@Root() { id }: AccountType, @Ctx() { locale }: RequestContext): Promise<WaitingItem[]> {
    const now = this.deps.clock.now();
    return (await this.deps.listWaiting(id, now)).map((item) => toWaitingItem(item, now, locale));
  }
}
