import { actors } from '../actors';
import { holdOwners } from '../holds';
import type { BindingState } from '../state';
import type { OperationKind, OperationRef, Sync } from '../sync';
import { transition, type Transition } from '../transition';
import { triggerTypes, type Trigger } from '../triggers/trigger';
import { diverged, hold, operation, operationNamed, pending, synced, unknown } from './sample-states';
import { fittingTrigger, trigger } from './sample-triggers';

export interface Edge {
  readonly from: BindingState | null;
  readonly trigger: Trigger;
  readonly taken: Transition;
}

/** Holds that stand for the rest: two owners of ours (whom HOLDER and RISK speak for) and the provider's own. */
const owners = ['HOLDER', 'RISK', 'PROVIDER'] as const satisfies readonly (typeof holdOwners)[number][];
const kinds: readonly OperationKind[] = ['BIND', 'ACTIVATE', 'SUSPEND', 'RESUME', 'UNBIND', 'RESTORE'];

/** Every state that can be reached from nothing, and every step between them: facts favourable, all actors, all syncs. */
export function exploreAll(): { readonly edges: readonly Edge[]; readonly states: number } {
  const seen = new Set<string>([stateKey(null)]);
  const queue: (BindingState | null)[] = [null];
  const edges: Edge[] = [];
  for (let from = queue.shift(); from !== undefined; from = queue.shift()) {
    for (const next of alphabet(from)) {
      const result = transition(deepFreeze(from), deepFreeze(next));
      if (!result.ok) continue;
      edges.push({ from, trigger: next, taken: result.value });
      const key = stateKey(result.value.to);
      if (!seen.has(key)) queue.push(result.value.to);
      seen.add(key);
    }
  }
  return { edges, states: seen.size - 1 };
}

/** Everything worth trying in a state, by every actor: the plain triggers, and those with a choice in all their choices. */
function alphabet(state: BindingState | null): Trigger[] {
  const plain = triggerTypes
    .filter((type) => type !== 'AddHold' && type !== 'LiftHold' && type !== 'SyncChanged')
    .flatMap((type) => actors.map((actor) => fittingTrigger(state, type, actor)));
  const suspend = fresh(state, 'SUSPEND');
  const resume = fresh(state, 'RESUME');
  const holds = owners.flatMap((owner) =>
    actors.flatMap((actor) =>
      [true, false].flatMap((native) => [
        trigger('AddHold', actor, { hold: hold(owner), ...(native && { operation: suspend }) }),
        trigger('LiftHold', actor, { owner, reason: 'BECAUSE', ...(native && { operation: resume }) }),
      ]),
    ),
  );
  return [...plain, ...reviewed(state), ...stale(), ...holds, ...syncChanges(state)];
}

/** An id that the open operation does not have. */
function fresh<Kind extends OperationKind>(state: BindingState | null, kind: Kind) {
  return operation(kind, state?.sync.operation?.id === `${kind}-1` ? `${kind}-2` : `${kind}-1`);
}

const reviewed = (state: BindingState | null) => [
  fittingTrigger(state, 'RequirementsMet', 'HOLDER', { reviewDeadline: '2026-01-03T00:00:00Z' }),
];

/** Answers to operations that are not open, or of another kind than the open one. */
const stale = () =>
  kinds.flatMap((operationKind) =>
    (['ProviderConfirmed', 'ProviderRefused'] as const).flatMap((type) =>
      [1, 2].map((n) =>
        trigger(type, 'PROVIDER', { operationId: operationNamed(`${operationKind}-${n}`), operationKind }),
      ),
    ),
  );

function syncChanges(state: BindingState | null): Trigger[] {
  const open: OperationRef[] = [
    fresh(state, 'SUSPEND'),
    fresh(state, 'RESUME'),
    ...(state?.sync.operation ? [state.sync.operation] : []),
  ];
  const syncs: Sync[] = [
    synced,
    diverged('ACTIVE', 'SUSPENDED'),
    diverged('SUSPENDED', 'ACTIVE'),
    ...open.flatMap((op) => [pending(op), unknown(op)]),
  ];
  return syncs.flatMap((sync) => [true, false].map((queried) => trigger('SyncChanged', 'SYSTEM', { sync, queried })));
}

/** Holds are a set: their order does not make another state. */
export function stateKey(state: BindingState | null): string {
  if (state === null) return 'none';
  return JSON.stringify([state.phase, state.holds.map(({ owner, reason }) => `${owner}:${reason}`).sort(), state.sync]);
}

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value))
    Object.values(Object.freeze(value)).forEach(deepFreeze);
  return value;
}
