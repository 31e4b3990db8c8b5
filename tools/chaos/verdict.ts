import { setTimeout as pause } from 'node:timers/promises';
import type { IncomingMessage } from '@bindery/messaging';
import { topics } from '@bindery/event-contracts';
import { withClient } from '@bindery/persistence';
import { services } from '../start/topology';
import type { RunningSystem } from './running-system';

/** What does not fit; an empty list is a good verdict. */
export interface ChaosVerdict {
  readonly events: number;
  readonly effects: number;
  readonly wrong: readonly string[];
}

interface Written {
  readonly event_id: string;
  readonly key: string;
  readonly type: string;
  readonly sequence: number | null;
}

/** Compares outboxes, event log, inboxes and dead letters, once all is quiet or the time is over. */
export async function judge(system: RunningSystem, withinMs: number): Promise<ChaosVerdict> {
  const log = await readLog(system);
  let verdict = await compare(system, await log.messages());
  for (const deadline = Date.now() + withinMs; verdict.wrong.length > 0 && Date.now() < deadline; ) {
    await pause(1_000);
    verdict = await compare(system, await log.messages());
  }
  await log.stop();
  return verdict;
}

async function compare(system: RunningSystem, messages: readonly IncomingMessage[]): Promise<ChaosVerdict> {
  const wrong: string[] = [];
  const written = new Map<string, Written>();
  const inLog = new Set(messages.map(({ headers }) => headers.ce_id ?? ''));
  for (const service of services) {
    const rows = await query<Written>(system, service, "select event_id, key, headers ->> 'ce_type' as type, (headers ->> 'ce_sequence')::integer as sequence from outbox_events order by position");
    for (const row of rows) written.set(row.event_id, row);
    wrong.push(...rows.filter(({ event_id }) => !inLog.has(event_id)).map(({ event_id, type }) => `lost on the way to the log: ${type} ${event_id}`), ...gapsIn(rows));
  }
  wrong.push(...disorderIn(messages));
  let effects = 0;
  for (const service of services) {
    const handled = new Set((await query<{ event_id: string }>(system, service, 'select event_id from inbox_events')).map((row) => row.event_id));
    const dead = await query<{ event_type: string; cause: string }>(system, service, 'select event_type, cause from dead_letters where resolved_at is null');
    wrong.push(...dead.map(({ event_type, cause }) => `dead letter of ${service}: ${event_type}: ${cause}`));
    // Whoever handled one event of a type handles all of that type.
    const types = new Set([...handled].map((id) => written.get(id)?.type));
    const missing = [...written.values()].filter(({ event_id, type }) => types.has(type) && !handled.has(event_id));
    wrong.push(...missing.map(({ event_id, type }) => `without effect in ${service}: ${type} ${event_id}`));
    effects += handled.size;
  }
  return { events: written.size, effects, wrong };
}

/** Versions of an aggregate go 1, 2, 3 …: each exactly one event. Only from the first one here, as old ones are pruned. */
function gapsIn(rows: readonly Written[]): string[] {
  const versions = new Map<string, number[]>();
  for (const { key, sequence } of rows) if (sequence !== null) versions.set(key, [...(versions.get(key) ?? []), sequence]);
  return [...versions].flatMap(([key, ofKey]) => {
    const numbers = ofKey.sort((a, b) => a - b);
    const first = numbers[0] ?? 0;
    return numbers.every((number, index) => number === first + index) ? [] : [`versions of ${key}: ${numbers.join(' ')}`];
  });
}

/** The first time an event lies in the log, all earlier ones of its aggregate lie there. */
function disorderIn(messages: readonly IncomingMessage[]): string[] {
  const seen = new Set<string>();
  const highest = new Map<string, number>();
  return messages.flatMap(({ key, headers }) => {
    const { ce_id: id = '', ce_sequence: sequence } = headers;
    if (seen.has(id) || sequence === undefined || key === null) return [];
    seen.add(id);
    const before = highest.get(key) ?? 0;
    highest.set(key, Math.max(before, Number(sequence)));
    return Number(sequence) < before ? [`out of order in the log: ${key} ${sequence} after ${before}`] : [];
  });
}

async function readLog(system: RunningSystem) {
  const transport = system.connectAs('analytics');
  const seen: IncomingMessage[] = [];
  const member = await transport.consume({ group: `analytics.chaos-${Date.now()}`, topics, handle: async (message) => void seen.push(message) });
  return {
    /** All there are: none came for a second. */
    async messages() {
      for (let before = -1; before !== seen.length; await pause(1_000)) before = seen.length;
      return seen;
    },
    async stop() {
      await member.stop();
      await transport.close();
    },
  };
}

const query = <Row extends object>(system: RunningSystem, service: (typeof services)[number], sql: string): Promise<Row[]> =>
  withClient(system.databaseUrlOf(service), async (client) => (await client.query<Row>(sql)).rows);
