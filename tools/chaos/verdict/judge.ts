import { setTimeout as pause } from 'node:timers/promises';
import { topics } from '@bindery/event-contracts';
import type { IncomingMessage } from '@bindery/messaging';
import { createSimulatedWorld } from '@bindery/simulated-world';
import { portsFrom, urlOf } from '../../start/topology';
import type { Load } from '../load';
import type { RunningSystem } from '../running-system';
import { judgeEffects } from './effects';
import { judgeEvents } from './events';
import { judgeLives } from './lives';
import { judgePromises } from './promises';
import { askerOf } from './question';
import { judgeWorld } from './world';

export interface ChaosVerdict {
  readonly events: number;
  readonly effects: number;
  /** What does not fit, in words; nothing is a good verdict. */
  readonly wrong: readonly string[];
}

/** How often a line says what is waited for. */
const linesBetweenMs = 10_000;

/** Looks at everything there is, again and again, until nothing is wrong or the time for coming to rest is over. */
export async function judge(
  system: RunningSystem,
  { promised, phones }: Pick<Load, 'promised' | 'phones'>,
  withinMs: number,
): Promise<ChaosVerdict> {
  const log = readLog(system);
  const ask = askerOf(system);
  const world = createSimulatedWorld(urlOf(portsFrom(system.port)['provider-simulator']));
  try {
    const begun = Date.now();
    for (let nextLine = begun + linesBetweenMs; ; await pause(1_000)) {
      const verdict = await look().catch((error: unknown): ChaosVerdict => ({
        events: 0,
        effects: 0,
        wrong: [`could not be judged: ${String(error)}`],
      }));
      if (verdict.wrong.length === 0 || Date.now() > begun + withinMs) return verdict;
      if (Date.now() < nextLine) continue;
      nextLine += linesBetweenMs;
      console.log(toWaiting((Date.now() - begun) / 1_000, verdict.wrong));
    }
  } finally {
    await log.stop();
  }

  async function look(): Promise<ChaosVerdict> {
    const { events, effects, wrong } = await judgeEvents(ask, await log.messages());
    const others = [
      await judgeEffects(ask),
      await judgeLives(ask),
      await judgeWorld(ask, await world.memory(), phones),
      await judgePromises(ask, promised),
    ];
    return { events, effects, wrong: [...wrong, ...others.flat()] };
  }
}

const toWaiting = (seconds: number, wrong: readonly string[]) =>
  `  ── not at rest after ${seconds.toFixed(0)} s; wrong so far: ${wrong.length}, e.g. ${wrong[0]}`;

function readLog(system: RunningSystem) {
  const transport = system.connectAs('analytics');
  const seen: IncomingMessage[] = [];
  const tail = transport.tail({ topics, from: new Date(0), onMessage: (message) => void seen.push(message) });
  return {
    /** All there are: none came for a second. */
    async messages() {
      for (let before = -1; before !== seen.length; await pause(1_000)) before = seen.length;
      return seen;
    },
    async stop() {
      await tail.stop();
      await transport.close();
    },
  };
}
