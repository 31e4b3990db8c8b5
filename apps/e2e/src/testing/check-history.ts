import { transitions, type Phase } from '@bindery/card-lifecycle';
import { eventually } from '@bindery/testing';
import { rowsOf } from '../system/databases';

interface BindingRow {
  readonly id: string;
  readonly phase: Phase;
  readonly holds: readonly { readonly owner: string }[];
  readonly sync: { readonly state: string };
  readonly version: number;
}

interface BindingEvent {
  readonly type: string;
  readonly sequence: number;
  readonly data: {
    readonly bindingId: string;
    readonly accountId: string;
    readonly trigger: string;
    readonly from: Phase | null;
    readonly to: Phase;
    readonly holds: BindingRow['holds'];
    readonly sync: BindingRow['sync'];
    readonly proofId?: string;
  };
}

/** Every edge of the card machine, as `from trigger to`. */
const edges = new Set(
  transitions.flatMap(({ from, to, steps }) =>
    steps.flatMap((step) => ('from' in step && step.from ? step.from : from).map((phase) => `${phase} ${step.on} ${to === 'SAME' ? phase : to}`)),
  ),
);

/**
 * The history checker of the reliability rules over one binding or, without an id, over all of them: versions 1..n
 * without a gap, each with exactly one event and the reverse, every edge in the table, folding the events gives the
 * row, each unbind names a proof that was used once and has its alert. Waits until what was written has been told.
 */
export async function checkHistory(bindingId?: string): Promise<{ bindings: number; events: number }> {
  return eventually(async () => {
    const [rows, events, alerted, usedProofs] = await Promise.all([readRows(bindingId), readEvents(bindingId), readAlerted(), readUsedProofs()]);
    for (const row of rows) checkBinding(row, events.get(row.id) ?? []);
    expect([...events.keys()].filter((id) => !rows.some((row) => row.id === id))).toEqual([]);
    const all = [...events.values()].flat();
    checkProofs(all, usedProofs);
    expect(all.filter(({ id, type }) => /unbind-requested|removed-elsewhere/.test(type) && !alerted.has(id)).map(({ data }) => data.bindingId)).toEqual([]);
    return { bindings: rows.length, events: all.length };
  });
}

type ReadEvent = BindingEvent & { readonly id: string };

function checkBinding({ id, phase, holds, sync, version }: BindingRow, events: readonly ReadEvent[]): void {
  expect({ id, versions: events.map(({ sequence }) => sequence) }).toEqual({ id, versions: Array.from({ length: version }, (_, index) => index + 1) });
  let before: Phase | null = null;
  for (const { data } of events) {
    expect(data.from).toBe(before);
    expect(edges).toContain(`${data.from} ${data.trigger} ${data.to}`);
    before = data.to;
  }
  const last = events.at(-1)?.data;
  expect({ phase: last?.to, holds: last?.holds.map(({ owner }) => owner), sync: last?.sync.state }).toEqual({ phase, holds: holds.map(({ owner }) => owner), sync: sync.state });
}

function checkProofs(events: readonly ReadEvent[], used: ReadonlyMap<string, string>): void {
  const unbinds = events.filter(({ type }) => type === 'bindery.binding.unbind-requested.v1');
  const named = unbinds.map(({ data }) => data.proofId);
  expect(new Set(named).size).toBe(named.length);
  for (const { data } of unbinds) expect({ ...data, usedFor: used.get(data.proofId ?? '') }).toMatchObject({ usedFor: `UNBIND ${data.bindingId}` });
}

const readRows = (bindingId?: string) =>
  rowsOf<BindingRow>('binding', 'select id, phase, holds, sync, version from binding where $1::text is null or id = $1', [bindingId ?? null]);

async function readEvents(bindingId?: string): Promise<Map<string, ReadEvent[]>> {
  const rows = await rowsOf<{ headers: string; value: string }>(
    'event_log',
    `select headers, value from event_log.messages where topic = 'bindery.binding' and key like 'binding\\_%' and ($1::text is null or key = $1) order by partition, position`,
    [bindingId ?? null],
  );
  const byBinding = new Map<string, ReadEvent[]>();
  const seen = new Set<string>();
  for (const { headers, value } of rows) {
    const { ce_id: id = '', ce_type: type = '', ce_sequence: sequence } = JSON.parse(headers) as Record<string, string>;
    // Delivery is at least once: after a crash the same event may stand in the log again.
    if (seen.has(id)) continue;
    seen.add(id);
    const data = JSON.parse(value) as BindingEvent['data'];
    byBinding.set(data.bindingId, [...(byBinding.get(data.bindingId) ?? []), { id, type, sequence: Number(sequence), data }]);
  }
  return byBinding;
}

/** The events that a critical notification came from. */
async function readAlerted(): Promise<Set<string>> {
  const rows = await rowsOf<{ id: string }>('notification', 'select source_event_id as id from notification where critical');
  return new Set(rows.map(({ id }) => id));
}

async function readUsedProofs(): Promise<Map<string, string>> {
  const rows = await rowsOf<{ proof: string; used: string }>('binding', 'select proof_id as proof, used_for as used from used_proof');
  return new Map(rows.map(({ proof, used }) => [proof, used]));
}
