import type { Locale } from '@bindery/localisation';
import { tooManyRequests, type TooManyRequestsError } from '@bindery/subgraph';
import type { TooManyDevices } from './device.errors';

/** What a login on a new device may be refused with, in words. */
export const deviceProblems = {
  TOO_MANY_DEVICES: ({ retryAt }: TooManyDevices, locale: Locale): TooManyRequestsError =>
    tooManyRequests(retryAt, locale),
};
