import { setTimeout as pause } from 'node:timers/promises';
import type { ProviderMessage } from '../../providers/connector';
import type { RunningBinding } from '../start-binding-service';
import type { Chance } from '../walker/chance';
import { judgeAccount } from './judge-account';
import { judgeOutcomes } from './judge-outcomes';
import { countSent, judgeProvider, sentSince } from './judge-provider';
import { busy, type Attempt, type Outcome, type Race } from './race';

export interface Round {
  /** How many requests were answered how, by mutation and answer. */
  readonly tally: Readonly<Record<string, number>>;
  readonly end: string;
  /** Answers that told somebody to come again, as the database was too busy. */
  readonly askedAgain: number;
  /** In words; nothing when all is as it should be. */
  readonly wrong: readonly string[];
  /** From the first request to the last answer. */
  readonly raceMs: number;
}

/** Those who have no lead come up to so much later, and within so much of each other. */
const leadMaxMs = 800;
const spreadMs = 100;

/**
 * Lays out one situation, lets all run for it at once, in an order by chance, while jobs run and the provider answers; and looks, when nothing is
 * under way any more, at the answers, the database and the provider.
 */
export async function playRound(
  service: RunningBinding,
  race: Race,
  { parallel, chance }: { readonly parallel: number; readonly chance: Chance },
): Promise<Round> {
  const before = countSent(service);
  const { accountId, attempts: laid, judge } = await race.lay(service, parallel, chance);
  const attempts = shuffled(laid, chance);
  const starts = startsOf(attempts, chance);
  const world = createWorld(service);
  const began = performance.now();
  const first = await world.goOnWhile(
    Promise.all(
      attempts.map(async (attempt, index) => {
        const startMs = starts[index] ?? 0;
        if (startMs > 0) await pause(startMs);
        return attempt.run();
      }),
    ),
  );
  const raceMs = performance.now() - began;
  const outcomes = await world.goOnWhile(again(attempts, first));
  const restless = await world.rest();
  const { end, wrong } = await judge(outcomes);
  const all = [
    ...restless,
    ...(await judgeOutcomes(service, race, attempts, outcomes)),
    ...(await judgeAccount(service, accountId)),
    ...(await judgeProvider(service, accountId, sentSince(service, before))),
    ...wrong,
  ];
  // A round writes a few lines for each request; nobody reads them when it is over.
  service.lines.length = 0;
  const askedAgain = first.filter(({ kind }) => kind === busy).length;
  return { tally: tallyOf(outcomes), end, askedAgain, wrong: all, raceMs };
}

/** When each begins: all at once, or one kind ahead of the others by a while, so that those who are slower to begin win as well. */
function startsOf(attempts: readonly Attempt[], chance: Chance): number[] {
  const ahead = chance.pick([null, ...new Set(attempts.map(({ by }) => by))]);
  const leadMs = chance.below(leadMaxMs);
  return attempts.map(({ by }) => (ahead === null || by === ahead ? 0 : leadMs + chance.below(spreadMs)));
}

/** So many of those who were told to come again do so at the same time, as apps that wait for a moment that is given. */
const againAtOnce = 10;

/** Whoever was told to come again does, with the same key, until there is an answer. */
async function again(attempts: readonly Attempt[], first: readonly Outcome[]): Promise<Outcome[]> {
  const outcomes = [...first];
  for (let tries = 0; tries < 5; tries++) {
    const left = outcomes.flatMap(({ kind }, index) => (kind === busy ? [index] : []));
    for (let from = 0; from < left.length; from += againAtOnce)
      await Promise.all(
        left.slice(from, from + againAtOnce).map(async (index) => {
          const outcome = await attempts[index]?.run();
          if (outcome) outcomes[index] = outcome;
        }),
      );
  }
  return outcomes;
}

function shuffled(attempts: readonly Attempt[], chance: Chance): Attempt[] {
  const left = [...attempts];
  return attempts.flatMap(() => left.splice(chance.below(left.length), 1));
}

function tallyOf(outcomes: readonly Outcome[]): Record<string, number> {
  const tally: Record<string, number> = {};
  for (const { by, kind } of outcomes) tally[`${by}: ${kind}`] = (tally[`${by}: ${kind}`] ?? 0) + 1;
  return tally;
}

/** So often jobs run and providers answer at most until all must be at rest. */
const turnsMax = 12;
/** A removal at a provider that has taken it is looked at again this much later. */
const soonMs = 6_000;

/** Jobs and providers, as they go on beside requests. What the service is too busy to take from a provider comes again. */
function createWorld(service: RunningBinding) {
  let untaken: ProviderMessage[] = [];

  /** Answers whether anything happened. */
  async function turn(): Promise<boolean> {
    const ran = await service.jobs.run({ mayFail: true });
    const messages = [...untaken, ...Object.values(service.providers).flatMap((fake) => fake.settle())];
    untaken = [];
    for (const message of messages)
      await service.composed.applyProviderMessage(message).catch(() => untaken.push(message));
    return ran.length + messages.length > 0;
  }

  return {
    /** Until the work is done; what was begun beside it is ended too. */
    async goOnWhile<T>(work: Promise<T>): Promise<T> {
      let over = false;
      const watched = work.finally(() => void (over = true));
      while (!over) await turn().catch(() => undefined);
      return watched;
    },
    /** What does not come to rest, in words. */
    async rest(): Promise<string[]> {
      for (let left = turnsMax; left > 0; left--) {
        if (await turn()) continue;
        service.clock.advance(soonMs);
        if (!(await turn())) break;
      }
      const waiting = await service.jobs.due();
      return waiting.map(({ name, id }) => `job ${id}, ${name}, does not end`);
    },
  };
}
