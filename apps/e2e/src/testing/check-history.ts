import {
  faultsOfBinding,
  faultsOfUnbinds,
  type BindingChange,
  type BindingEvent,
  type BindingRow,
} from '@bindery/card-lifecycle/testing';
import { eventually, groupBy } from '@bindery/testing';
import { rowsOf } from '../system/databases';

/**
 * The history checker of the reliability rules over one binding or, without an id, over all of them, with the events as they
 * lie in the log. Waits until what was written has been told.
 */
export async function checkHistory(bindingId?: string): Promise<{ bindings: number; events: number }> {
  return eventually(async () => {
    const [rows, changes, events, alerts, usedProofs] = await Promise.all([
      readRows(bindingId),
      readChanges(bindingId),
      readEvents(bindingId),
      readAlerts(),
      readUsedProofs(),
    ]);
    const faults = rows.flatMap((row) => faultsOfBinding(row, changes.get(row.id) ?? [], events.get(row.id) ?? []));
    const strangers = [...events.keys()].filter((id) => !rows.some((row) => row.id === id));
    const all = [...events.values()].flat();
    expect([...faults, ...faultsOfUnbinds(all, usedProofs, alerts), ...strangers]).toEqual([]);
    return { bindings: rows.length, events: all.length };
  });
}

const readRows = (bindingId?: string) =>
  rowsOf<BindingRow>(
    'binding',
    'select id, phase, holds, sync, version from binding where $1::text is null or id = $1',
    [bindingId ?? null],
  );

async function readChanges(bindingId?: string): Promise<Map<string, BindingChange[]>> {
  const rows = await rowsOf<BindingChange & { id: string }>(
    'binding',
    'select binding_id as id, version, trigger, from_phase as from, to_phase as to from binding_change where version is not null and ($1::text is null or binding_id = $1) order by version',
    [bindingId ?? null],
  );
  return groupBy(rows, ({ id }) => id);
}

async function readEvents(bindingId?: string): Promise<Map<string, BindingEvent[]>> {
  const rows = await rowsOf<{ headers: string; value: string }>(
    'event_log',
    `select headers, value from event_log.messages where topic = 'bindery.binding' and key like 'binding\\_%' and ($1::text is null or key = $1) order by partition, position`,
    [bindingId ?? null],
  );
  const byBinding = new Map<string, BindingEvent[]>();
  const seen = new Set<string>();
  for (const { headers, value } of rows) {
    const { ce_id: id = '', ce_type: type = '', ce_sequence: sequence } = JSON.parse(headers) as Record<string, string>;
    // Delivery is at least once: after a crash the same event may stand in the log again.
    if (seen.has(id)) continue;
    seen.add(id);
    const data = JSON.parse(value) as BindingEvent['data'];
    byBinding.set(data.bindingId, [
      ...(byBinding.get(data.bindingId) ?? []),
      { id, type, sequence: Number(sequence), data },
    ]);
  }
  return byBinding;
}

/** How many critical notifications each event led to. */
async function readAlerts(): Promise<Map<string, number>> {
  const rows = await rowsOf<{ id: string; count: string }>(
    'notification',
    'select source_event_id as id, count(*) from notification where critical group by 1',
  );
  return new Map(rows.map(({ id, count }) => [id, Number(count)]));
}

async function readUsedProofs(): Promise<Map<string, string>> {
  const rows = await rowsOf<{ proof: string; used: string }>(
    'binding',
    'select proof_id as proof, used_for as used from used_proof',
  );
  return new Map(rows.map(({ proof, used }) => [proof, used]));
}
