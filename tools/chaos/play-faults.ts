import { setTimeout as pause } from 'node:timers/promises';
import { strike } from './faults';
import type { Load } from './load';
import type { RunningSystem } from './running-system';
import { createSeededRandom } from './seeded-random';

export interface Campaign {
  readonly faults: number;
  readonly seed: number;
  /** Longest pause between two faults. */
  readonly pauseMaxMs: number;
  readonly load: Load;
  /** Aborted: no further fault. */
  readonly stop: AbortSignal;
}

/** A fault needs its moment itself, e.g. to read old messages from a log that is away; a campaign does not wait for it for ever. */
const longestFaultMs = 60_000;

/** How often a line says how far it is. */
const linesBetween = 25;

/** Lets the faults happen one after the other, a line for each that struck somebody; answers how many did. */
export async function playFaults(
  system: RunningSystem,
  { faults, seed, pauseMaxMs, load, stop }: Campaign,
): Promise<number> {
  const random = createSeededRandom(seed);
  const begun = performance.now();
  for (let struck = 0; struck < faults;) {
    if (stop.aborted) return struck;
    if (!system.isRunning())
      throw new Error(
        `The system has ended after ${struck} faults, so there is nothing to judge. Its logs say why; was it started with --supervise?`,
      );
    const words = await Promise.race([strike(system, random), pause(longestFaultMs, undefined, { ref: false })]);
    if (words !== undefined) {
      struck += 1;
      console.log(`${String(struck).padStart(5)}  ${words}`);
      if (struck % linesBetween === 0) console.log(progress(struck, faults, (performance.now() - begun) / 1_000, load));
    }
    await pause(200 + random() * pauseMaxMs, undefined, { signal: stop }).catch(() => undefined);
  }
  return faults;
}

function progress(fault: number, faults: number, seconds: number, { counts }: Load): string {
  const left = (seconds / fault) * (faults - fault);
  return `  ── ${fault} of ${faults} faults after ${seconds.toFixed(0)} s, some ${left.toFixed(0)} s to go; acknowledged ${counts.done}, cut short ${counts.failed}`;
}
