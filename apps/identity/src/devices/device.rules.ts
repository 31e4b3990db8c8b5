import { err, invalidField, ok, type Id, type InvalidInput, type Result } from '@bindery/kernel';
import { cleanLine, cutLine } from '@bindery/values';

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
  installationIdPattern.test(text) ? ok(text) : err(invalidField(field, 'FORMAT'));

/** Characters of a device's name, as people count them. */
export const deviceNameMax = 64;

/** What a device is called that came without a name that can be read; brands are the same in every language. */
const platformNames: Readonly<Record<DevicePlatform, string>> = {
  IOS: 'iOS',
  ANDROID: 'Android',
  HARMONY: 'HarmonyOS',
  WEB: 'Web',
  MACOS: 'macOS',
  WINDOWS: 'Windows',
  LINUX: 'Linux',
  OTHER: 'Device',
};

/** A name comes from the system of the phone, so it is cleaned and cut: what is wrong with it is no reason to refuse a login. */
export const readDeviceName = (typed: string, platform: DevicePlatform): string =>
  cutLine(cleanLine(typed), deviceNameMax) || platformNames[platform];

export function readDevice({
  name,
  platform,
  installationId,
}: DeviceDescription): Result<DeviceDescription, InvalidInput> {
  const installation = checkInstallationId(installationId);
  return installation.ok ? ok({ name: readDeviceName(name, platform), platform, installationId }) : installation;
}

const dayMs = 24 * 60 * 60_000;

/** Devices that an account may get in a day: far more than a person buys, and few enough that a stolen password fills no table. */
export const newDevicesPerDay = 20;

/** Since when new devices count. */
export const newDevicesSince = (now: Date): Date => new Date(now.getTime() - dayMs);

/** When a day's devices are used up: the time of the next one; out of the times of registering, newest first. */
export function nextDeviceAt(registeredNewestFirst: readonly Date[]): Date | undefined {
  const oldestThatCounts = registeredNewestFirst[newDevicesPerDay - 1];
  return oldestThatCounts && new Date(oldestThatCounts.getTime() + dayMs);
}
