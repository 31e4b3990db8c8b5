import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { startTestPostgres } from '@bindery/testing';
import { root } from '../start/start-options';
import { readRacesOptions, type RaceName } from './options';

/** What one race came to, as binding tells it. */
interface RaceReport {
  readonly rounds: number;
  readonly tally: Readonly<Record<string, number>>;
  readonly ends: Readonly<Record<string, number>>;
  readonly askedAgain: number;
  readonly wrong: readonly string[];
  readonly raceMs: { readonly median: number; readonly longest: number };
  readonly deadlocks: number;
}

interface Races {
  playRace(
    name: RaceName,
    options: {
      readonly rounds: number;
      readonly parallel: number;
      readonly seed: number;
      readonly onRound: (soFar: RaceReport) => void;
    },
  ): Promise<RaceReport>;
}

/** How often a line says how far a race is. */
const linesBetweenMs = 30_000;

/** Plays all races and prints what each came to. Exit code 1 when anything is wrong. */
async function main(): Promise<number> {
  const { rounds, parallel, seed, only } = readRacesOptions();
  const server = await startTestPostgres();
  process.env.TEST_POSTGRES_URL = server.adminUrl;
  const wrong: string[] = [];
  const began = performance.now();
  let current: string | undefined;
  // What runs PostgreSQL ends it, and this process, on a signal: what was found so far is said before.
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.prependOnceListener(signal, () =>
      console.log(`${current ?? ''}\nInterrupted; wrong so far: ${wrong.length}.`),
    );
  try {
    const { playRace } = require(join(root, 'apps/binding/src/testing/races/play-races')) as Races;
    for (const name of only) {
      const say = sayNowAndThen(name, rounds);
      const onRound = (soFar: RaceReport) => {
        current = toText(name, parallel, soFar);
        say(soFar);
      };
      const report = await playRace(name, { rounds, parallel, seed, onRound });
      current = undefined;
      console.log(toText(name, parallel, report));
      wrong.push(...report.wrong, ...(report.deadlocks ? [`${name}: ${report.deadlocks} deadlocks`] : []));
    }
  } finally {
    await server.stop();
  }
  console.log(
    `\n${parallel} at once, seed ${seed}, ${((performance.now() - began) / 1_000).toFixed(0)} s; Node ${process.versions.node}, ${cpus().length} cores, load ${loadavg()[0]?.toFixed(1)}, ${new Date().toISOString()}`,
  );
  for (const line of wrong.slice(0, 50)) console.log(`  ✗ ${line}`);
  console.log(
    wrong.length
      ? `Verdict: ${wrong.length} things are wrong.`
      : 'Verdict: one winner each time, typed answers for all others, nothing done twice.',
  );
  return wrong.length ? 1 : 0;
}

/** What is wrong at once, how far it is now and then. */
function sayNowAndThen(name: RaceName, rounds: number) {
  let next = performance.now() + linesBetweenMs;
  let said = 0;
  return ({ rounds: played, wrong }: RaceReport) => {
    for (const line of wrong.slice(said)) console.log(`  ✗ ${line}`);
    said = wrong.length;
    if (performance.now() < next) return;
    next = performance.now() + linesBetweenMs;
    console.log(`  ── ${name}: round ${played} of ${rounds}`);
  };
}

function toText(name: RaceName, parallel: number, report: RaceReport): string {
  const { rounds, tally, ends, askedAgain, wrong, raceMs, deadlocks } = report;
  const most = (counts: Readonly<Record<string, number>>) => Object.entries(counts).sort(([, a], [, b]) => b - a);
  return [
    `\n${name}: ${rounds} rounds of ${parallel}; ${wrong.length} wrong, ${deadlocks} deadlocks; a round took ${raceMs.median.toFixed(0)} ms, the longest ${raceMs.longest.toFixed(0)} ms`,
    ...most(tally).map(([kind, count]) => `  ${String(count).padStart(8)}  ${kind}`),
    `  ended: ${most(ends)
      .map(([end, count]) => `${end} ${count}`)
      .join(', ')}; told to come again, and did: ${askedAgain}`,
  ].join('\n');
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
