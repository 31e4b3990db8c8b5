import { enumOf } from '@bindery/subgraph';
import { devicePlatforms } from './device.rules';

export const DevicePlatformEnum = enumOf('DevicePlatform', 'What a device runs.', devicePlatforms, {
  IOS: 'iPhone or iPad.',
  ANDROID: 'Android.',
  HARMONY: 'HarmonyOS.',
  WEB: 'A browser.',
  MACOS: 'macOS.',
  WINDOWS: 'Windows.',
  LINUX: 'Linux.',
  OTHER: 'Anything else.',
});
