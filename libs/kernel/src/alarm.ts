import type { Clock } from './clock';

/** Timers take no more than 2³¹ − 1 ms, which is not a month. */
const lookAgainMs = 24 * 60 * 60_000;

/**
 * Calls `ring` once when the clock shows `at` (milliseconds since the epoch), at once where that is over: a timer that does not sleep through
 * a clock that is moved. Answers how to call it off.
 */
export function setAlarm(clock: Clock, at: number, ring: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const off = () => {
    clearTimeout(timer);
    forget();
  };
  const done = () => {
    off();
    ring();
  };
  const wait = () => {
    clearTimeout(timer);
    const leftMs = Math.max(0, at - clock.now().getTime());
    timer = leftMs > lookAgainMs ? setTimeout(wait, lookAgainMs) : setTimeout(done, leftMs);
  };
  const forget = clock.onMove(wait);
  wait();
  return off;
}
