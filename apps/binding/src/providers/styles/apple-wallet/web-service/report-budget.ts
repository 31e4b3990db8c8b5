import type { Clock } from '@bindery/kernel';

/** Reports that this process takes in a minute, from all phones: they are anonymous, and a log must not be filled by them. */
const reportsPerMinute = 60;
const minuteMs = 60_000;

/** Whether one more report is taken now. */
export function createReportBudget(clock: Clock): () => boolean {
  let minute = 0;
  let taken = 0;
  return () => {
    const now = Math.floor(clock.now().getTime() / minuteMs);
    if (now !== minute) [minute, taken] = [now, 0];
    return ++taken <= reportsPerMinute;
  };
}
