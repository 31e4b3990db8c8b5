import type { Phase } from '../phases';
import { transitions } from '../transitions';

/** A binding as its row stands now. */
export interface BindingRow {
  readonly id: string;
  readonly phase: Phase;
  readonly holds: readonly { readonly owner: string }[];
  readonly sync: { readonly state: string };
  readonly version: number;
}

/** The record of one transition. */
export interface BindingChange {
  readonly version: number;
  readonly trigger: string;
  readonly from: Phase | null;
  readonly to: Phase;
}

/** An event of a binding, repetitions left out, in the order of the log or outbox. */
export interface BindingEvent {
  readonly id: string;
  readonly type: string;
  readonly sequence: number;
  readonly data: Pick<BindingChange, 'trigger' | 'from' | 'to'> &
    Pick<BindingRow, 'holds' | 'sync'> & { readonly bindingId: string; readonly proofId?: string };
}

/** Every edge of the card machine, as `from trigger to`. */
const edges = new Set(
  transitions.flatMap(({ from, to, steps }) =>
    steps.flatMap((step) =>
      ('from' in step && step.from ? step.from : from).map(
        (phase) => `${phase} ${step.on} ${to === 'SAME' ? phase : to}`,
      ),
    ),
  ),
);

/**
 * What is wrong with one binding's history, in words; nothing when its versions are 1 … n with one event and one change
 * record each, every step is an edge of the card machine that begins where the last one ended, and folding the events gives the row.
 */
export function faultsOfBinding(
  row: BindingRow,
  changes: readonly BindingChange[],
  events: readonly BindingEvent[],
): string[] {
  const wanted = numbersTo(row.version);
  const of = (what: string, versions: readonly number[]) =>
    versions.join() === wanted.join()
      ? []
      : [`${row.id} is at version ${row.version}, its ${what} at ${versions.join(' ')}`];
  return [
    ...of(
      'events',
      events.map(({ sequence }) => sequence),
    ),
    ...of(
      'change records',
      changes.map(({ version }) => version),
    ),
    ...faultsOfSteps(row.id, changes, events),
    ...faultsOfEnd(row, events.at(-1)),
  ];
}

const numbersTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1);

function faultsOfSteps(id: string, changes: readonly BindingChange[], events: readonly BindingEvent[]): string[] {
  const recorded = new Map(changes.map((change) => [change.version, toWords(change)]));
  let before: Phase | null = null;
  return events.flatMap(({ sequence, data }) => {
    const here = `${id} version ${sequence}: ${toWords(data)}`;
    const wrong = [
      ...(data.from === before ? [] : [`${here} begins elsewhere than at ${before}`]),
      ...(edges.has(toWords(data)) ? [] : [`${here} is no edge of the card machine`]),
      ...(!recorded.has(sequence) || recorded.get(sequence) === toWords(data)
        ? []
        : [`${here}, but recorded as ${recorded.get(sequence)}`]),
    ];
    before = data.to;
    return wrong;
  });
}

const toWords = ({ from, trigger, to }: Pick<BindingChange, 'trigger' | 'from' | 'to'>) => `${from} ${trigger} ${to}`;

function faultsOfEnd(row: BindingRow, last: BindingEvent | undefined): string[] {
  if (!last) return [`${row.id} has no event`];
  const told = toState({ phase: last.data.to, holds: last.data.holds, sync: last.data.sync });
  return told === toState(row) ? [] : [`${row.id} is ${toState(row)}, its events say ${told}`];
}

const toState = ({ phase, holds, sync }: Pick<BindingRow, 'phase' | 'holds' | 'sync'>) =>
  [phase, ...holds.map(({ owner }) => `held by ${owner}`), sync.state].join(', ');

/**
 * What is wrong with proofs and alerts: each unbind that was asked for names a proof that no other names and that was used
 * up for it, and each unbind, by whomever, was told to its holder exactly once.
 * @param usedFor what each proof was used for, by its id
 * @param alerts how many critical notifications each event led to, by the event's id
 */
export function faultsOfUnbinds(
  events: readonly BindingEvent[],
  usedFor: ReadonlyMap<string, string>,
  alerts: ReadonlyMap<string, number>,
): string[] {
  const seen = new Set<string>();
  return events.flatMap(({ id, type, data: { bindingId, proofId = 'none' } }) => {
    const asked = type === 'bindery.binding.unbind-requested.v1';
    if (!asked && type !== 'bindery.binding.removed-elsewhere.v1') return [];
    const told = alerts.get(id) ?? 0;
    const wrong = told === 1 ? [] : [`the unbind of ${bindingId} was told ${told} times`];
    if (!asked) return wrong;
    const again = seen.has(proofId);
    seen.add(proofId);
    const use = usedFor.get(proofId);
    return [
      ...wrong,
      ...(again ? [`proof ${proofId} is named by two unbinds`] : []),
      ...(use === `UNBIND ${bindingId}` ? [] : [`the unbind of ${bindingId} names proof ${proofId}, used for ${use}`]),
    ];
  });
}
