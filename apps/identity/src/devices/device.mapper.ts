import type { Id } from '@bindery/kernel';
import type { Device } from './device.rules';
import { DeviceType } from './device.type';

/** `current` says on which device the session that asks is. */
export function toDeviceType(
  { id, name, platform, clientApp, registeredAt, lastSeenAt }: Device,
  current: { readonly deviceId: Id<'device'> } | null,
): DeviceType {
  return Object.assign(new DeviceType(), {
    id,
    name,
    platform,
    clientApp,
    registeredAt,
    lastSeenAt,
    isCurrent: id === current?.deviceId,
  });
}
