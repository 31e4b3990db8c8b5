import type { Feature, FeatureClasses, Foundation } from '@bindery/subgraph';
import { AccountDevicesResolver } from './account-devices.resolver';
import { DeviceRow } from './device.entity';
import { createReadDevices } from './read-devices';

export { DeviceInput } from './device.input';
export { toDeviceType } from './device.mapper';
export { listOwnDevices, saveDevice, saveDeviceSeen } from './device.repository';
export { checkDevice, checkInstallationId, type Device, type DeviceDescription } from './device.rules';
export { DeviceType } from './device.type';
export type { ReadDevices } from './read-devices';

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
