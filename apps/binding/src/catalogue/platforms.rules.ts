import type { DevicePlatform } from '../providers/style-abilities.rules';

/** Whether a card can be on a device of this system. Null: nobody has said yet what it runs, so nobody says no. */
export const takesPlatform = (platforms: readonly DevicePlatform[], platform: string | null): boolean =>
  platforms.length === 0 || platform === null || platforms.some((taken) => taken === platform);
