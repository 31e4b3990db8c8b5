import { Args, FieldResolver, Resolver, Root } from 'type-graphql';
import { ConnectionArgs, toConnection, toPageRequest } from '@bindery/subgraph';
import { AccountType } from '../accounts';
import { toDeviceType } from './device.mapper';
import { DeviceConnection } from './device.type';
import type { ReadDevices } from './read-devices';

/** What an account has here. */
@Resolver(() => AccountType)
export class AccountDevicesResolver {
  constructor(private readonly devicesOf: ReadDevices['page']) {}

  @FieldResolver(() => DeviceConnection, { description: 'The devices that were used to log in, newest first.' })
  async devices(
    @Root() { id, current }: AccountType,
    @Args(() => ConnectionArgs) page: ConnectionArgs,
  ): Promise<InstanceType<typeof DeviceConnection>> {
    return toConnection(
      await this.devicesOf(id, toPageRequest(page)),
      (device) => device.id,
      (device) => toDeviceType(device, current),
    );
  }
}
