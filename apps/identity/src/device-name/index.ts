import type { Feature, FeatureClasses } from '@bindery/subgraph';
import type { ReadDevices } from '../devices';
import type { OnceSignedIn } from '../sessions';
import { createRenameDevice } from './rename-device';
import { RenameDeviceResolver } from './rename-device.resolver';

export const deviceNameClasses = { resolvers: [RenameDeviceResolver] } satisfies FeatureClasses;

/** What the holder calls a device. */
export function createDeviceName({
  onceSignedIn,
  readDevices,
}: {
  readonly onceSignedIn: OnceSignedIn;
  readonly readDevices: ReadDevices;
}) {
  const renameDevice = createRenameDevice({ onceSignedIn });
  return { feature: { resolvers: [new RenameDeviceResolver(renameDevice, readDevices)] } satisfies Feature };
}
