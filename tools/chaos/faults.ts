import { setTimeout as pause } from 'node:timers/promises';
import type { IncomingMessage } from '@bindery/messaging';
import { services } from '../start/topology';
import type { RunningSystem } from './running-system';
import { pickOf } from './seeded-random';

/** Something bad that happens to the system; answers what it was, in words. */
type Fault = (system: RunningSystem, random: () => number) => Promise<string>;

/** By the rows of the fault catalogue that concern events. */
const faults: Readonly<Record<string, Fault>> = {
  // Row 1: whatever relay, consumer or job is at work dies in the middle of it.
  async kill(system, random) {
    const name = pickOf(random, services);
    return `${name} killed${system.signal(name, 'SIGKILL') ? '' : ' (was away already)'}`;
  },
  // Row 15.
  async restart(system, random) {
    const name = pickOf(random, services);
    return `${name} asked to stop${system.signal(name, 'SIGTERM') ? '' : ' (was away already)'}`;
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
    return `${name} killed${system.signal(name, 'SIGKILL', name === 'kafka') ? '' : ' (was away already)'}`;
  },
  // Row 5.
  async duplicates(system, random) {
    return sendAgain(system, random).then(
      (count) => `${count} messages sent again`,
      (error: unknown) => `messages not sent again: ${String(error)}`,
    );
  },
};

/** Weights: a log that is away halts everything, so it happens less often. */
const draw = ['kill', 'kill', 'kill', 'kill', 'restart', 'restart', 'freeze', 'freeze', 'duplicates', 'duplicates', 'log away', 'log killed'];

/** Lets one fault happen, chosen by the seed. */
export async function strike(system: RunningSystem, random: () => number): Promise<string> {
  const name = pickOf(random, draw);
  return (await faults[name]?.(system, random)) ?? name;
}

async function freezeFor(system: RunningSystem, name: string, ms: number): Promise<string> {
  const struck = system.signal(name, 'SIGSTOP', true);
  await pause(ms);
  system.signal(name, 'SIGCONT', true);
  return `${name} frozen for ${(ms / 1_000).toFixed(1)} s${struck ? '' : ' (was away already)'}`;
}

/** Old messages of one topic again, in another order, as a relay with a lost mark would send them. */
async function sendAgain(system: RunningSystem, random: () => number): Promise<number> {
  const service = pickOf(random, services);
  const transport = system.connectAs(service);
  const seen: IncomingMessage[] = [];
  try {
    const member = await transport.consume({ group: `${service}.again-${Math.floor(random() * 1e9)}`, topics: [`bindery.${service}`], handle: async (message) => void seen.push(message) });
    // Joining a group takes a moment, and longer while parts are away.
    for (let tries = 0; seen.length < 100 && tries < 20; tries++) await pause(100);
    await member.stop();
    const again = seen.filter(() => random() < 0.3).slice(0, 50);
    const shuffled = again.map((message) => ({ message, at: random() })).sort((a, b) => a.at - b.at);
    await transport.publish(shuffled.map(({ message: { topic, key, headers, value } }) => ({ topic, key: key ?? '', headers, value })));
    return again.length;
  } finally {
    await transport.close().catch(() => undefined);
  }
}
