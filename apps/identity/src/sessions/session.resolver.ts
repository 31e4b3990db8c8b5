import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '@bindery/subgraph';
import { DeviceType, toDeviceType, type Device, type ReadDevices } from '../devices';
import { SessionType } from './session.type';

/** The fields of a session that need a read. Whoever has a SessionType may see its device: both are one account's. */
@Resolver(() => SessionType)
export class SessionResolver {
  constructor(private readonly devicesByIds: ReadDevices['byIds']) {}

  @FieldResolver(() => DeviceType, { description: 'Where the holder logged in.' })
  async device(@Root() { deviceId, current }: SessionType, @Ctx() { loader }: RequestContext): Promise<DeviceType> {
    const device = await loader('devices', (ids: readonly Device['id'][]) => this.devicesByIds(ids)).load(deviceId);
    if (!device) throw new Error('the device of a session is gone');
    return toDeviceType(device, current);
  }
}
