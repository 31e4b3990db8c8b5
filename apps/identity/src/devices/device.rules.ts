import { err, invalidField, ok, type Id, type InvalidInput, type Result } from '@bindery/kernel';
import { checkLine } from '../accounts/line.rules';

export const devicePlatforms = ['IOS', 'ANDROID', 'HARMONY', 'WEB', 'MACOS', 'WINDOWS', 'LINUX', 'OTHER'] as const;
export type DevicePlatform = (typeof devicePlatforms)[number];

/** One installation of a client app on something the holder owns. */
export interface Device {
  readonly id: Id<'device'>;
  readonly accountId: Id<'account'>;
  readonly installationId: string;
  readonly name: string;
  readonly platform: DevicePlatform;
  readonly clientApp: string;
  readonly registeredAt: Date;
  readonly lastSeenAt: Date;
}

/** How a device says what it is when its holder logs in. */
export interface DeviceDescription {
  readonly name: string;
  readonly platform: DevicePlatform;
  readonly installationId: string;
}

/** Made by the client app when it is installed and kept; the same one is the same device. */
const installationIdPattern = /^[A-Za-z0-9_-]{8,64}$/;

export const checkInstallationId = (text: string, field = 'device.installationId'): Result<string, InvalidInput> =>
  installationIdPattern.test(text) ? ok(text) : err(invalidField(field));

export function checkDevice({
  name,
  platform,
  installationId,
}: DeviceDescription): Result<DeviceDescription, InvalidInput> {
  const installation = checkInstallationId(installationId);
  if (!installation.ok) return installation;
  const checked = checkLine('device.name', name, 64);
  return checked.ok ? ok({ name: checked.value, platform, installationId }) : checked;
}
