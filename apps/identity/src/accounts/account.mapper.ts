import type { Account } from './account.rules';
import type { Device } from '../devices/device.rules';
import type { Session } from '../sessions/session.rules';
import { AccountType } from './account.type';
import { DeviceType } from '../devices/device.type';
import { SessionType } from '../sessions/session.type';

/** `current` is the session that asks; null for somebody who has only just registered. */
export function toAccountType(
  { id, displayName, locale, standing, createdAt }: Account,
  current: Session | null,
): AccountType {
  return Object.assign(new AccountType(), { id, displayName, locale, standing, createdAt, current });
}

export function toSessionType(
  { id, deviceId, assuranceLevel, startedAt, lastUsedAt, endsAt }: Session,
  current: Session | null,
): SessionType {
  return Object.assign(new SessionType(), {
    id,
    deviceId,
    assuranceLevel,
    startedAt,
    lastUsedAt,
    endsAt,
    current,
    isCurrent: id === current?.id,
  });
}

export function toDeviceType(
  { id, name, platform, clientApp, registeredAt, lastSeenAt }: Device,
  current: Session | null,
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
