import { cpus } from 'node:os';
import { startLoad } from './load';
import { readChaosOptions } from './options';
import { findRunningSystem } from './running-system';
import { playFaults } from './play-faults';
import { untilReady } from './until-ready';
import { judge } from './verdict/judge';

/** The catalogue's bound for coming to rest after the last fault, and the next round of the reconciliation that runs each minute. */
const restWithinMs = 120_000;

/** Faults under load, then the verdict. Exit code 1 when anything is wrong; 130 when interrupted with nothing wrong so far. */
async function main(): Promise<number> {
  const { faults, seed, pause, data, port, holders } = readChaosOptions();
  const system = findRunningSystem(data, port);
  const interrupts = onInterrupt();
  const { signal: interrupted } = interrupts;
  const load = startLoad(system.port, holders);
  const begun = performance.now();
  const played = await playFaults(system, { faults, seed, pauseMaxMs: pause, load, stop: interrupted });
  interrupts.endAtNext();
  console.log(
    `\n${interrupted.aborted ? 'Interrupted' : 'No more faults'}: letting things come to rest for ${restWithinMs / 1_000} s at most, then the verdict${interrupted.aborted ? ' so far' : ''}. Ctrl-C ends at once, without a verdict.`,
  );
  const late = await untilReady(system.port, restWithinMs).then(
    () => [],
    (error: Error) => [error.message],
  );
  await load.stop();
  // The holders' last requests count as well: everything comes to rest after them.
  const rested = performance.now();
  const { events, effects, ...judged } = await judge(system, load, restWithinMs);
  const wrong = [...late, ...judged.wrong];
  const seconds = (from: number) => ((performance.now() - from) / 1_000).toFixed(0);
  console.log(
    `\n${played} faults, seed ${seed}, ${seconds(begun)} s; Node ${process.versions.node}, ${cpus().length} cores, ${system.names.includes('kafka') ? 'Kafka' : 'PostgreSQL'}, ${new Date().toISOString()}`,
  );
  console.log(
    `acknowledged to holders: ${load.counts.done}, lives cut short: ${load.counts.failed}; events ${events}, effects ${effects}; at rest ${seconds(rested)} s after the last request`,
  );
  console.log(`  lived to the end: ${[...load.lived].map(([life, times]) => `${life} ${times}`).join(', ')}`);
  for (const [cause, times] of [...load.causes].sort(([, a], [, b]) => b - a).slice(0, 5))
    console.log(`  cut short ${times} times by: ${cause}`);
  for (const line of wrong.slice(0, 50)) console.log(`  ✗ ${line}`);
  console.log(
    wrong.length
      ? `Verdict: ${wrong.length} things are wrong.`
      : 'Verdict: nothing lost, nothing done twice, nothing out of order, no dead letters, everything at rest.',
  );
  if (wrong.length) return 1;
  return interrupted.aborted ? 130 : 0;
}

/** npm hands on a Ctrl-C that came here by itself already, so one of them may arrive as two. */
const sameMs = 1_000;

interface Interrupts {
  /** Aborted by the first Ctrl-C or SIGTERM. */
  readonly signal: AbortSignal;
  /** There are no faults left to leave out: from now on the first one ends this process as well. */
  endAtNext(): void;
}

/** The first Ctrl-C (or SIGTERM) ends the faults, another one ends this process. */
function onInterrupt(): Interrupts {
  const controller = new AbortController();
  let first = Infinity;
  let endsAtNext = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => {
      if (performance.now() - first > sameMs || (endsAtNext && first === Infinity)) process.exit(130);
      first = Math.min(first, performance.now());
      controller.abort();
    });
  return { signal: controller.signal, endAtNext: () => void (endsAtNext = true) };
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
