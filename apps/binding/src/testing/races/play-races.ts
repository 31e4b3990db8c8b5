import { startBindingService } from '../start-binding-service';
import { createChance } from '../walker/chance';
import { playRound, type Round } from './play-round';
import { races, type RaceName } from './races';

export interface RaceOptions {
  readonly rounds: number;
  /** Requests that come at the same time. */
  readonly parallel: number;
  readonly seed: number;
  /** Told after each round what it has come to so far. */
  readonly onRound?: (soFar: RaceReport) => void;
}

/** One kind of race, played in all its rounds. */
export interface RaceReport {
  readonly name: RaceName;
  readonly rounds: number;
  /** How many requests were answered how, by mutation and answer. */
  readonly tally: Readonly<Record<string, number>>;
  /** How many rounds ended how. */
  readonly ends: Readonly<Record<string, number>>;
  /** Answers that told somebody to come again, as the database was too busy; they did. */
  readonly askedAgain: number;
  readonly wrong: readonly string[];
  /** From the first request of a round to its last answer, the median and the longest. */
  readonly raceMs: { readonly median: number; readonly longest: number };
  /** Transactions that PostgreSQL ended as they waited for each other. */
  readonly deadlocks: number;
}

/** Plays one race on a service and a database of its own, in as many rounds as are asked for. */
export async function playRace(
  name: RaceName,
  { rounds, parallel, seed, onRound = () => undefined }: RaceOptions,
): Promise<RaceReport> {
  const service = await startBindingService({ env: { CARDS_PER_ADDRESS_PER_HOUR: '1000000000' } });
  const chance = createChance(seed);
  const played: Round[] = [];
  const soFar = async () => toReport(name, seed, played, await countDeadlocks(service));
  try {
    while (played.length < rounds) {
      played.push(await playRound(service, races[name], { parallel, chance }));
      onRound(await soFar());
    }
    return await soFar();
  } finally {
    await service.stop();
  }
}

function toReport(name: RaceName, seed: number, played: readonly Round[], deadlocks: number): RaceReport {
  const tally: Record<string, number> = {};
  const ends: Record<string, number> = {};
  for (const round of played) {
    for (const [kind, count] of Object.entries(round.tally)) tally[kind] = (tally[kind] ?? 0) + count;
    ends[round.end] = (ends[round.end] ?? 0) + 1;
  }
  const times = played.map(({ raceMs }) => raceMs).sort((a, b) => a - b);
  return {
    name,
    rounds: played.length,
    tally,
    ends,
    askedAgain: played.reduce((sum, { askedAgain }) => sum + askedAgain, 0),
    wrong: played.flatMap(({ wrong }, index) =>
      wrong.map((what) => `${name}, round ${index + 1} of seed ${seed}: ${what}`),
    ),
    raceMs: { median: times[Math.floor(times.length / 2)] ?? 0, longest: times.at(-1) ?? 0 },
    deadlocks,
  };
}

/** As PostgreSQL counts them, which it writes down a second later; so those of the last round may be missing. */
async function countDeadlocks({ sql }: Awaited<ReturnType<typeof startBindingService>>): Promise<number> {
  const [row] = await sql<{ deadlocks: number }>(
    'SELECT deadlocks::int FROM pg_stat_database WHERE datname = current_database()',
  );
  return row?.deadlocks ?? 0;
}
