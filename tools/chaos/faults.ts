import { setTimeout as pause } from 'node:timers/promises';
import type { IncomingMessage } from '@bindery/messaging';
import { services } from '../start/topology';
import type { RunningSystem } from './running-system';
import { pickOf } from './seeded-random';

/** Something bad that happens to the system; answers what it was, in words, or undefined when whoever it was for is away already. */
type Fault = (system: RunningSystem, random: () => number) => Promise<string | undefined>;

/** By the rows of the fault catalogue that concern events. */
const faults: Readonly<Record<string, Fault>> = {
  // Row 1: whatever relay, consumer or job is at work dies in the middle of it.
  async kill(system, random) {
    const name = pickOf(random, services);
    return system.signal(name, 'SIGKILL') ? `${name} killed` : undefined;
  },
  // Row 15.
  async restart(system, random) {
    const name = pickOf(random, services);
    return system.signal(name, 'SIGTERM') ? `${name} asked to stop` : undefined;
  },
  // A process that comes back after its locks and leases may have passed on.
  async freeze(system, random) {
    const name = pickOf(random, services);
    return freezeFor(system, name, 200 + random() * 2_000);
  },
  // Row 4: what carries the events is away.
  async 'log away'(system, random) {
    const name = system.names.includes('kafka') ? 'kafka' : 'postgres';
    return freezeFor(system, name, pickOf(random, [300, 300, 1_000, 5_000]));
  },
  async 'log killed'(system) {
    const name = system.names.includes('kafka') ? 'kafka' : 'postgres';
    return system.signal(name, 'SIGKILL', true) ? `${name} killed` : undefined;
  },
  // Row 5.
  async duplicates(system, random) {
    return sendAgain(system, random).then(
      (count) => (count > 0 ? `${count} messages sent again` : undefined),
      // The log is away: there is nobody to send them to.
      () => undefined,
    );
  },
};

/** Weights: a log that is away halts everything, so it happens less often. */
const draw = [
  'kill',
  'kill',
  'kill',
  'kill',
  'restart',
  'restart',
  'freeze',
  'freeze',
  'duplicates',
  'duplicates',
  'log away',
  'log killed',
];

/** Lets one fault happen, chosen by the seed; answers what it was, or undefined when it struck nobody. */
export function strike(system: RunningSystem, random: () => number): Promise<string | undefined> {
  return faults[pickOf(random, draw)]?.(system, random) ?? Promise.resolve(undefined);
}

async function freezeFor(system: RunningSystem, name: string, ms: number): Promise<string | undefined> {
  if (!system.signal(name, 'SIGSTOP', true)) return undefined;
  // Whatever ends this program must not leave another one frozen.
  const thaw = () => void system.signal(name, 'SIGCONT', true);
  process.once('exit', thaw);
  await pause(ms);
  process.off('exit', thaw);
  thaw();
  return `${name} frozen for ${(ms / 1_000).toFixed(1)} s`;
}

/** Old messages of one topic again, in another order, as a relay with a lost mark would send them. */
async function sendAgain(system: RunningSystem, random: () => number): Promise<number> {
  const service = pickOf(random, services);
  const transport = system.connectAs(service);
  const seen: IncomingMessage[] = [];
  try {
    const member = await transport.consume({
      group: `${service}.again-${Math.floor(random() * 1e9)}`,
      topics: [`bindery.${service}`],
      handle: async (message) => void seen.push(message),
    });
    // Joining a group takes a moment, and longer while parts are away.
    for (let tries = 0; seen.length < 100 && tries < 20; tries++) await pause(100);
    await member.stop();
    const again = seen.filter(() => random() < 0.3).slice(0, 50);
    const shuffled = again.map((message) => ({ message, at: random() })).sort((a, b) => a.at - b.at);
    await transport.publish(
      shuffled.map(({ message: { topic, key, headers, value } }) => ({ topic, key: key ?? '', headers, value })),
    );
    return again.length;
  } finally {
    await transport.close().catch(() => undefined);
  }
}
