import { z } from 'zod';
import { err, ok, type Result } from '@bindery/kernel';
import { addDuration } from './duration';

/** How time is to be moved: by a duration, or to a moment. */
export const clockMove = z.union([
  z.strictObject({ advance: z.string().max(60) }),
  z.strictObject({ to: z.iso.datetime({ offset: true }) }),
]);
export type ClockMove = z.infer<typeof clockMove>;

export type MoveRefused = {
  readonly kind: 'DURATION_MALFORMED' | 'CLOCK_BACKWARDS' | 'CLOCK_TOO_FAR';
  readonly message: string;
};

const dayMs = 24 * 60 * 60_000;

/** So far ahead of the real time a sandbox may be in all: what is written by then should still be read by somebody. */
export const aheadMaxMs = 3_653 * dayMs;

/** How far ahead the clock is to be, in milliseconds; it is `aheadMs` ahead when it shows `now`. */
export function decideMove(move: ClockMove, now: Date, aheadMs: number): Result<number, MoveRefused> {
  const target = 'to' in move ? new Date(move.to) : addDuration(now, move.advance);
  if (!target)
    return err({
      kind: 'DURATION_MALFORMED',
      message: 'advance: say a duration as ISO 8601 does, e.g. PT1H, P30D or P1Y',
    });
  const movedMs = target.getTime() - now.getTime();
  if (movedMs <= 0)
    return err({ kind: 'CLOCK_BACKWARDS', message: `time only goes forward; it is ${now.toISOString()} now` });
  if (aheadMs + movedMs > aheadMaxMs)
    return err({ kind: 'CLOCK_TOO_FAR', message: 'a sandbox can be ten years ahead of the real time at most' });
  return ok(aheadMs + movedMs);
}
