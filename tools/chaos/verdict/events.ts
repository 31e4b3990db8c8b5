import type { IncomingMessage } from '@bindery/messaging';
import { services } from '../../start/topology';
import type { Ask } from './question';

export interface EventVerdict {
  readonly events: number;
  /** How often an event was handled, over all consumers. */
  readonly effects: number;
  readonly wrong: readonly string[];
}

interface Written {
  readonly event_id: string;
  readonly key: string;
  readonly type: string;
  readonly sequence: number | null;
}

/** Compares outboxes, event log, inboxes and dead letters. */
export async function judgeEvents(ask: Ask, messages: readonly IncomingMessage[]): Promise<EventVerdict> {
  const wrong: string[] = [];
  const written = new Map<string, Written>();
  const inLog = new Set(messages.map(({ headers }) => headers.ce_id ?? ''));
  for (const service of services) {
    const rows = await ask<Written>(
      service,
      "select event_id, key, headers ->> 'ce_type' as type, (headers ->> 'ce_sequence')::integer as sequence from outbox_events order by position",
    );
    for (const row of rows) written.set(row.event_id, row);
    wrong.push(
      ...rows
        .filter(({ event_id }) => !inLog.has(event_id))
        .map(({ event_id, type }) => `lost on the way to the log: ${type} ${event_id}`),
      ...gapsIn(rows),
    );
  }
  wrong.push(...disorderIn(messages));
  let effects = 0;
  for (const service of services) {
    const handled = new Set(
      (await ask<{ event_id: string }>(service, 'select event_id from inbox_events')).map((row) => row.event_id),
    );
    const dead = await ask<{ event_type: string; cause: string }>(
      service,
      'select event_type, cause from dead_letters where resolved_at is null',
    );
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
  for (const { key, sequence } of rows)
    if (sequence !== null) versions.set(key, [...(versions.get(key) ?? []), sequence]);
  return [...versions].flatMap(([key, ofKey]) => {
    const numbers = ofKey.sort((a, b) => a - b);
    const first = numbers[0] ?? 0;
    return numbers.every((number, index) => number === first + index)
      ? []
      : [`versions of ${key}: ${numbers.join(' ')}`];
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
