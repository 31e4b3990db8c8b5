import {
  faultsOfBinding,
  faultsOfUnbinds,
  type BindingChange,
  type BindingEvent,
  type BindingRow,
} from '@bindery/card-lifecycle/testing';
import { groupBy } from '@bindery/testing';
import type { Ask } from './question';

/** Phases in which a binding takes its card's place on a device. */
const live = new Set(['VERIFYING', 'IN_REVIEW', 'BINDING', 'AWAITING_ACTIVATION', 'BOUND', 'UNBINDING', 'RESTORING']);

/** Phases that somebody other than the holder has to end; nothing stays in them. */
const passing = new Set(['BINDING', 'UNBINDING', 'RESTORING']);

type Row = BindingRow & { readonly account_id: string; readonly card_id: string; readonly device_id: string };
type Of<Thing> = Thing & { readonly binding_id: string };

/** What is wrong with what the events and requests have brought about: an effect that is missing, or was made twice. */
export async function judgeEffects(ask: Ask): Promise<readonly string[]> {
  const rows = await ask<Row>(
    'binding',
    'select id, account_id, card_id, device_id, phase, holds, sync, version from binding',
  );
  const changes = groupBy(
    await ask<Of<BindingChange>>(
      'binding',
      'select binding_id, version, trigger, from_phase as from, to_phase as to from binding_change where version is not null order by version',
    ),
    ({ binding_id }) => binding_id,
  );
  const events = await readEvents(ask);
  const byBinding = groupBy(events, ({ data }) => data.bindingId);
  return [
    ...rows.flatMap((row) => faultsOfBinding(row, changes.get(row.id) ?? [], byBinding.get(row.id) ?? [])),
    ...[...byBinding.keys()]
      .filter((id) => !rows.some((row) => row.id === id))
      .map((id) => `${id} has events and no row`),
    ...faultsOfUnbinds(events, await readUsedProofs(ask), await readAlerts(ask)),
    ...twiceTaken(rows),
    ...rows
      .filter(({ phase, sync }) => passing.has(phase) || sync.state !== 'IN_SYNC')
      .map(({ id, phase, sync }) => `${id} has not come to rest: ${phase}, ${sync.state}`),
    ...(await judgeReceipts(ask, byBinding)),
    ...(await judgeKnown(ask, rows)),
  ];
}

async function readEvents(ask: Ask): Promise<BindingEvent[]> {
  const rows = await ask<{ id: string; headers: Record<string, string>; value: string }>(
    'binding',
    "select event_id as id, headers, value from outbox_events where key like 'binding\\_%' order by position",
  );
  return rows.map(({ id, headers, value }) => ({
    id,
    type: headers.ce_type ?? '',
    sequence: Number(headers.ce_sequence),
    data: JSON.parse(value) as BindingEvent['data'],
  }));
}

const readUsedProofs = async (ask: Ask) =>
  new Map(
    (
      await ask<{ proof: string; used: string }>(
        'binding',
        'select proof_id as proof, used_for as used from used_proof',
      )
    ).map(({ proof, used }) => [proof, used]),
  );

const readAlerts = async (ask: Ask) =>
  new Map(
    (
      await ask<{ id: string; count: string }>(
        'notification',
        'select source_event_id as id, count(*) from notification where critical group by 1',
      )
    ).map(({ id, count }) => [id, Number(count)]),
  );

/** At most one live binding per card, device and holder. */
function twiceTaken(rows: readonly Row[]): string[] {
  const slots = groupBy(
    rows.filter(({ phase }) => live.has(phase)),
    ({ account_id, card_id, device_id }) => `${account_id} ${card_id} ${device_id}`,
  );
  return [...slots].flatMap(([slot, taken]) => (taken.length > 1 ? [`${taken.length} live bindings of ${slot}`] : []));
}

/** Each unbind that a provider confirmed has one receipt, and was confirmed by one operation; so is each card that gave way to another, without a receipt. */
async function judgeReceipts(ask: Ask, byBinding: ReadonlyMap<string, readonly BindingEvent[]>): Promise<string[]> {
  const counts = await ask<{ id: string; receipts: string; operations: string }>(
    'binding',
    `select id, (select count(*) from receipt where binding_id = binding.id) as receipts,
       (select count(*) from operation where binding_id = binding.id and kind = 'UNBIND' and state = 'CONFIRMED') as operations from binding`,
  );
  return counts.flatMap(({ id, receipts, operations }) => {
    const times = (name: string) =>
      (byBinding.get(id) ?? []).filter(({ type }) => type === `bindery.binding.${name}.v1`).length;
    const [unbound, replaced] = [times('unbound'), times('replaced')];
    return Number(receipts) === unbound && Number(operations) === unbound + replaced
      ? []
      : [
          `${id} was unbound ${unbound} and replaced ${replaced} times, with ${receipts} receipts and ${operations} confirmed operations`,
        ];
  });
}

/** Another service knows of each binding what its row says: no event of it was missed, or taken after a newer one. */
async function judgeKnown(ask: Ask, rows: readonly Row[]): Promise<string[]> {
  const known = new Map(
    (
      await ask<{ id: string; phase: string; sequence: string }>(
        'verification',
        'select id, phase, sequence from known_binding',
      )
    ).map((row) => [row.id, `${row.phase} ${row.sequence}`]),
  );
  return rows.flatMap(({ id, phase, version }) =>
    known.get(id) === `${phase} ${version}`
      ? []
      : [`verification knows ${id} as ${known.get(id)}, it is ${phase} ${version}`],
  );
}
