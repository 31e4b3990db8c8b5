import { Args, FieldResolver, Resolver, Root } from 'type-graphql';
import { ConnectionArgs, pagedById } from '@bindery/subgraph';
import { AccountType } from '../accounts';
import type { ListSessions } from './list-sessions';
import { toSessionType } from './session.mapper';
import type { Session } from './session.rules';
import { SessionConnection, SessionType } from './session.type';
import { SignedInAccount } from './signed-in-account.type';

/** What an account has here. */
@Resolver(() => AccountType)
export class AccountSessionsResolver {
  constructor(private readonly listSessions: ListSessions) {}

  @FieldResolver(() => SessionType, {
    nullable: true,
    description: 'The session that asks. Null only in the answer of register: nobody is signed in yet.',
  })
  session(@Root() account: AccountType): SessionType | null {
    return account instanceof SignedInAccount ? toSessionType(account.current, account.current) : null;
  }

  @FieldResolver(() => SessionConnection, { description: 'The sessions that go on, newest first.' })
  async sessions(
    @Root() { id, current }: AccountType,
    @Args(() => ConnectionArgs) page: ConnectionArgs,
  ): Promise<InstanceType<typeof SessionConnection>> {
    const list = pagedById<Session>('session', { name: 'Account.sessions', of: [id] });
    return list.toConnection(await this.listSessions(id, list.toPageRequest(page)), (session) =>
      toSessionType(session, current),
    );
  }
}
