import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Clock } from '@bindery/kernel';
import type { ReferenceResolver, RequestContext } from '@bindery/subgraph';
import { AccountType } from './account.type';
import type { ListWaiting } from './list-waiting';
import { toWaitingItem } from './waiting.mapper';
import { WaitingItem } from './waiting.type';

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
      'What waits for the holder: codes to enter, bindings to confirm or to activate, documents to state, replacements and moves to finish, cards to enter for a move, removals elsewhere to answer, decisions to wait for; the soonest deadline first.',
  })
  async waiting(@Root() { id }: AccountType, @Ctx() { locale }: RequestContext): Promise<WaitingItem[]> {
    const now = this.deps.clock.now();
    return (await this.deps.listWaiting(id, now)).map((item) => toWaitingItem(item, now, locale));
  }
}

/** An account's waiting things are its own holder's only. */
export const accountReference: ReferenceResolver = ({ id }, { viewer }) =>
  viewer?.accountId === id ? Object.assign(new AccountType(), { id: viewer.accountId }) : null;
