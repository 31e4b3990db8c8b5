import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { givenId } from '@bindery/kernel';
import { requireViewer, type RequestContext } from '@bindery/subgraph';
import { toDeviceType, type ReadDevices } from '../devices';
import type { RenameDevice } from './rename-device';
import { RenameDeviceInput } from './rename-device.input';
import { toRenameDeviceProblem } from './rename-device.problems';
import { RenameDeviceResult, RenameDeviceSuccess } from './rename-device.result';

@Resolver()
export class RenameDeviceResolver {
  constructor(
    private readonly rename: RenameDevice,
    private readonly readDevices: ReadDevices,
  ) {}

  @Mutation(() => RenameDeviceResult, { description: 'Gives a device of the viewer another name.' })
  async renameDevice(
    @Arg('input', { description: 'Which device, and its name.' }) { deviceId, ...input }: RenameDeviceInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof RenameDeviceResult> {
    const renamed = await this.rename(requireViewer(context), { ...input, deviceId: givenId('device', deviceId) });
    if (!renamed.ok) return toRenameDeviceProblem(renamed.error, context.locale);
    const [device] = await this.readDevices.byIds([renamed.value.value]);
    if (!device) throw new Error('a device that was renamed is gone');
    return Object.assign(new RenameDeviceSuccess(), { device: toDeviceType(device, renamed.value.session) });
  }
}
