import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { ConnectionArgs, toConnection, toPageRequest, type RequestContext } from '@bindery/subgraph';
import type { ListBelongings } from './list-contact-points';
import { AccountType, ContactPointType } from './account.type';
import { DeviceConnection } from '../devices/device.type';
import { toAccountType, toDeviceType, toSessionType } from './account.mapper';
import { SessionConnection, SessionType } from '../sessions/session.type';
import type { LoadViewer } from '../viewer/load-viewer';

/**
 * An AccountType only ever comes from `viewer`, from a reference to the viewer's own account, or from a mutation
 * that its owner has just proved to be the one: so its fields need no further check.
 */
@Resolver(() => AccountType)
export class AccountResolver {
  constructor(
    private readonly loadViewer: LoadViewer,
    private readonly belongings: ListBelongings,
  ) {}

  @Query(() => AccountType, {
    nullable: true,
    description: 'Who is signed in: the way in to everything a person has. Null when nobody is.',
  })
  async viewer(@Ctx() context: RequestContext): Promise<AccountType | null> {
    const viewer = await this.loadViewer(context);
    return viewer && toAccountType(viewer.account, viewer.session);
  }

  @FieldResolver(() => [ContactPointType], {
    description: 'Where the holder can be reached; each proved to be theirs.',
  })
  contactPoints(@Root() { id }: AccountType, @Ctx() { loader }: RequestContext): Promise<ContactPointType[]> {
    return loader('contact points', (ids: readonly string[]) => this.belongings.contactPoints(ids)).load(id);
  }

  @FieldResolver(() => SessionType, {
    nullable: true,
    description: 'The session that asks. Null only in the answer of register: nobody is signed in yet.',
  })
  session(@Root() { current }: AccountType): SessionType | null {
    return current && toSessionType(current, current);
  }

  @FieldResolver(() => DeviceConnection, { description: 'The devices that were used to log in, newest first.' })
  async devices(
    @Root() { id, current }: AccountType,
    @Args(() => ConnectionArgs) page: ConnectionArgs,
  ): Promise<InstanceType<typeof DeviceConnection>> {
    return toConnection(
      await this.belongings.devicePage(id, toPageRequest(page)),
      (device) => device.id,
      (device) => toDeviceType(device, current),
    );
  }

  @FieldResolver(() => SessionConnection, { description: 'The sessions that go on, newest first.' })
  async sessions(
    @Root() { id, current }: AccountType,
    @Args(() => ConnectionArgs) page: ConnectionArgs,
  ): Promise<InstanceType<typeof SessionConnection>> {
    return toConnection(
      await this.belongings.sessionPage(id, toPageRequest(page)),
      (session) => session.id,
      (session) => toSessionType(session, current),
    );
  }
}
