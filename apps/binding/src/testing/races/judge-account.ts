import {
  faultsOfBinding,
  faultsOfUnbinds,
  type BindingChange,
  type BindingEvent,
  type BindingRow,
} from '@bindery/card-lifecycle/testing';
import type { Id } from '@bindery/kernel';
import { groupBy } from '@bindery/testing';
import type { RunningBinding } from '../start-binding-service';

type Row = BindingRow & {
  readonly card_id: string;
  readonly device_id: string;
  readonly kind: string;
  readonly previous_binding_id: string | null;
};
type Change = BindingChange & { readonly binding_id: string };
type Event = BindingEvent & { readonly data: { readonly feeCharged?: object } };

/** Phases in which a binding takes its card's place on a device. */
const live = new Set(['VERIFYING', 'IN_REVIEW', 'BINDING', 'AWAITING_ACTIVATION', 'BOUND', 'UNBINDING', 'RESTORING']);
/** Phases that somebody other than the holder has to end; nothing stays in them. */
const passing = new Set(['BINDING', 'UNBINDING', 'RESTORING']);

/** What is wrong in the database with all bindings of an account, once nothing is under way any more. */
export async function judgeAccount(service: RunningBinding, accountId: Id<'account'>): Promise<string[]> {
  const rows = await service.sql<Row>(
    'SELECT id, card_id, device_id, kind, previous_binding_id, phase, holds, sync, version FROM binding WHERE account_id = $1',
    [accountId],
  );
  const ids = rows.map(({ id }) => id);
  const changes = groupBy(
    await service.sql<Change>(
      'SELECT binding_id, version, trigger, from_phase AS "from", to_phase AS "to" FROM binding_change WHERE binding_id = ANY($1) AND version IS NOT NULL ORDER BY version',
      [ids],
    ),
    ({ binding_id: id }) => id,
  );
  const events = await readEvents(service, ids);
  const byBinding = groupBy(events, ({ data }) => data.bindingId);
  return [
    ...rows.flatMap((row) => faultsOfBinding(row, changes.get(row.id) ?? [], byBinding.get(row.id) ?? [])),
    ...rows
      .filter(({ phase, sync }) => passing.has(phase) || sync.state !== 'IN_SYNC')
      .map(({ id, phase, sync }) => `${id} has not come to rest: ${phase}, ${sync.state}`),
    ...twiceTaken(rows),
    // Telling is notification's; what is looked at here is that no two unbinds name one proof.
    ...faultsOfUnbinds(events, await readUsedProofs(service, ids), new Map(events.map(({ id }) => [id, 1]))),
    ...(await judgePapers(service, ids, byBinding)),
    ...(await judgeDefault(service, accountId, rows)),
  ];
}

async function readEvents(service: RunningBinding, ids: readonly string[]): Promise<Event[]> {
  const rows = await service.sql<{ id: string; headers: Record<string, string>; value: string }>(
    `SELECT event_id AS id, headers, value FROM outbox_events WHERE key = ANY($1) AND headers ->> 'ce_type' LIKE 'bindery.binding.%' ORDER BY position`,
    [ids],
  );
  return rows.map(({ id, headers, value }) => ({
    id,
    type: headers.ce_type ?? '',
    sequence: Number(headers.ce_sequence),
    data: JSON.parse(value) as Event['data'],
  }));
}

const readUsedProofs = async (service: RunningBinding, ids: readonly string[]) =>
  new Map(
    (
      await service.sql<{ proof: string; used: string }>(
        `SELECT proof_id AS proof, used_for AS used FROM used_proof WHERE used_for = ANY($1)`,
        [ids.map((id) => `UNBIND ${id}`)],
      )
    ).map(({ proof, used }) => [proof, used]),
  );

/** At most one live binding per card and device (invariant 2). */
function twiceTaken(rows: readonly Row[]): string[] {
  const slots = groupBy(
    rows.filter(({ phase }) => live.has(phase)),
    ({ card_id: card, device_id: device }) => `${card} ${device}`,
  );
  return [...slots].flatMap(([slot, taken]) => (taken.length > 1 ? [`${taken.length} live bindings of ${slot}`] : []));
}

/** Each confirmed unbind has one receipt and one operation, and is charged once where it costs something; no operation is open. */
async function judgePapers(
  service: RunningBinding,
  ids: readonly string[],
  byBinding: ReadonlyMap<string, readonly Event[]>,
): Promise<string[]> {
  const counts = await service.sql<
    Record<'id', string> & Record<'receipts' | 'charges' | 'confirmed' | 'open', number>
  >(
    `SELECT id, (SELECT count(*)::int FROM receipt WHERE binding_id = b.id) AS receipts,
       (SELECT count(*)::int FROM charge WHERE binding_id = b.id) AS charges,
       (SELECT count(*)::int FROM operation WHERE binding_id = b.id AND kind = 'UNBIND' AND state = 'CONFIRMED') AS confirmed,
       (SELECT count(*)::int FROM operation WHERE binding_id = b.id AND state = 'OPEN') AS open
     FROM binding b WHERE id = ANY($1)`,
    [ids],
  );
  return counts.flatMap(({ id, receipts, charges, confirmed, open }) => {
    const events = byBinding.get(id) ?? [];
    const of = (type: string) => events.filter((event) => event.type === `bindery.binding.${type}.v1`);
    const unbound = of('unbound');
    const charged = unbound.filter(({ data }) => data.feeCharged).length;
    const removed = unbound.length + of('replaced').length;
    return [
      ...(receipts === unbound.length ? [] : [`${id} was unbound ${unbound.length} times, with ${receipts} receipts`]),
      ...(charges === charged ? [] : [`${id} was charged ${charges} times, its events say ${charged}`]),
      ...(confirmed === removed ? [] : [`${id} went off ${removed} times, by ${confirmed} confirmed operations`]),
      ...(open === 0 ? [] : [`${id} has ${open} operations open`]),
    ];
  });
}

/** Exactly one default where something can be paid with, none otherwise (invariant 6). */
async function judgeDefault(
  service: RunningBinding,
  accountId: Id<'account'>,
  rows: readonly Row[],
): Promise<string[]> {
  const usable = rows.filter(
    ({ kind, phase, holds, sync }) =>
      kind === 'BANK_CARD' && phase === 'BOUND' && holds.length === 0 && sync.state === 'IN_SYNC',
  );
  const [wallet] = await service.sql<{ card: string | null }>(
    'SELECT default_card_id AS card FROM wallet WHERE account_id = $1',
    [accountId],
  );
  const card = wallet?.card ?? null;
  const fits = usable.length === 0 ? card === null : usable.some(({ card_id: id }) => id === card);
  return fits ? [] : [`${accountId} pays with ${card} and has ${usable.length} cards to pay with`];
}
