import type { Feature, FeatureClasses, Foundation } from '@bindery/subgraph';
import { AccountDevicesResolver } from './account-devices.resolver';
import { DeviceRow } from './device.entity';
import { createReadDevices } from './read-devices';

export { DeviceInput } from './device.input';
export { toDeviceType } from './device.mapper';
export type { TooManyDevices } from './device.errors';
export { deviceProblems } from './device.problems';
export { listDevicesById, listOwnDevices, saveDeviceName, saveDeviceSeen } from './device.repository';
export { checkInstallationId, deviceNameMax, type Device, type DeviceDescription } from './device.rules';
export { DeviceType } from './device.type';
export type { ReadDevices } from './read-devices';
export { seeDevice } from './see-device';

export const devicesClasses = {
  resolvers: [AccountDevicesResolver],
  entities: [DeviceRow],
} satisfies FeatureClasses;

/** What people log in on. */
export function createDevices({ db }: Foundation) {
  const readDevices = createReadDevices({ db });
  return {
    readDevices,
    feature: { resolvers: [new AccountDevicesResolver(readDevices.page)] } satisfies Feature,
  };
}
