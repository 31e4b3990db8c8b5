import { disputeLapse } from './dispute-lapse';
import { move } from './move';
import type { Race } from './race';
import { replace } from './replace';
import { restoreRebind } from './restore-rebind';
import { succeed } from './succeed';
import { suspendUnbind } from './suspend-unbind';
import { unbindOnly } from './unbind-only';

/** Every transition that people can race for. */
export const races = {
  unbind: unbindOnly,
  'restore-rebind': restoreRebind,
  replace,
  succeed,
  move,
  'suspend-unbind': suspendUnbind,
  'dispute-lapse': disputeLapse,
} as const satisfies Readonly<Record<string, Race>>;

export type RaceName = keyof typeof races;
export const raceNames = Object.keys(races) as readonly RaceName[];
