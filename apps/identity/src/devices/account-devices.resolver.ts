import { Args, FieldResolver, Resolver, Root } from 'type-graphql';
import { ConnectionArgs, pagedById } from '@bindery/subgraph';
import { AccountType } from '../accounts';
import { toDeviceType } from './device.mapper';
import type { Device } from './device.rules';
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
    const list = pagedById<Device>('device', { name: 'Account.devices', of: [id] });
    return list.toConnection(await this.devicesOf(id, list.toPageRequest(page)), (device) =>
      toDeviceType(device, current),
    );
  }
}
