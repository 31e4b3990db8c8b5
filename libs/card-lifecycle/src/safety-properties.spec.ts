import fc from 'fast-check';
import { actors } from './actors';
import { holdOwners } from './holds';
import { isTerminal, livePhases } from './phases';
import type { BindingState } from './state';
import { violations } from './testing/invariants';
import { diverged, hold, operation, operationNamed, pending, stateIn, synced, unknown } from './testing/sample-states';
import { fittingTrigger } from './testing/sample-triggers';
import { seed } from './testing/seed';
import { possibleTriggers, transition } from './transition';
import { triggerTypes, type Trigger } from './triggers/trigger';

/** What chance decides about a trigger: mostly something possible, its facts mostly good, its operation mostly the open one. */
const chance = fc.record({
  wild: fc.nat(5).map((n) => n === 0),
  pick: fc.nat(10_000),
  owner: fc.constantFrom(...holdOwners),
  reason: fc.constantFrom('ONE', 'OTHER'),
  native: fc.boolean(),
  flip: fc.nat(40),
  otherOperation: fc.nat(5).map((n) => n === 0),
  sync: fc.nat(6),
});

type Chance = typeof chance extends fc.Arbitrary<infer T> ? T : never;

const everything = actors.flatMap((actor) => triggerTypes.map((type) => ({ actor, type })));
const possibleIn = (state: BindingState | null) =>
  actors.flatMap((actor) => possibleTriggers(state, actor).map((type) => ({ actor, type })));

function toTrigger(state: BindingState | null, it: Chance, step: number): Trigger {
  const possible = it.wild ? [] : possibleIn(state);
  const choices = possible.length > 0 ? possible : everything;
  const { type, actor } = choices[it.pick % choices.length] ?? { type: 'Cancel', actor: 'HOLDER' };
  const base: Record<string, unknown> = { ...fittingTrigger(state, type, actor) };
  const flipped = Object.keys(base).filter((key) => typeof base[key] === 'boolean')[it.flip];
  const facts = { ...base, ...(flipped && { [flipped]: !base[flipped] }) };
  return { ...facts, ...special(state, it, type, step) } as unknown as Trigger;
}

/** Each operation gets an id of its own, as callers promise. */
function special(state: BindingState | null, it: Chance, type: Trigger['type'], step: number): object {
  const id = `operation-${step}`;
  switch (type) {
    case 'AddHold':
      return { hold: hold(it.owner, it.reason), ...(it.native && { operation: operation('SUSPEND', id) }) };
    case 'LiftHold': {
      const there = state?.holds[it.sync % state.holds.length] ?? hold(it.owner, it.reason);
      return { owner: there.owner, reason: there.reason, ...(it.native && { operation: operation('RESUME', id) }) };
    }
    case 'RequirementsMet':
      return it.native ? { reviewDeadline: '2026-01-03T00:00:00Z' } : {};
    case 'SyncChanged':
      return { sync: syncs(state, id)[it.sync] };
    case 'RequestUnbind':
    case 'Revoke':
      return { operation: operation('UNBIND', id) };
    default:
      return it.otherOperation && /^Provider/.test(type) ? { operationId: operationNamed('long-ago') } : {};
  }
}

function syncs(state: BindingState | null, id: string) {
  const open = state?.sync.operation ?? operation('SUSPEND', id);
  const views = [diverged('ACTIVE', 'SUSPENDED'), diverged('SUSPENDED', 'ACTIVE')];
  return [
    synced,
    unknown(open),
    pending(open),
    pending(operation('SUSPEND', id)),
    unknown(operation('RESUME')),
    ...views,
  ];
}

describe(`any run of triggers (BINDERY_SEED=${seed})`, () => {
  it('breaks no invariant and answers every trigger', () => {
    const rows = new Set<number>();
    const start = fc.constantFrom(null, ...livePhases);
    const runs = fc.property(start, fc.array(chance, { minLength: 40, maxLength: 80 }), (phase, chances) => {
      let state = phase && stateIn(phase);
      for (const [step, it] of chances.entries()) {
        const next = toTrigger(state, it, step);
        const result = transition(state, next);
        if (result.ok) {
          expect(violations(state, next, result.value)).toEqual([]);
          rows.add(result.value.row);
          state = result.value.to;
        } else {
          expect(result.error).toMatchObject({ phase: state?.phase ?? null, trigger: next.type });
          expect(result.error.kind === 'TERMINAL').toBe(state !== null && isTerminal(state.phase));
        }
      }
    });
    fc.assert(runs, { seed, numRuns: 400 });
    expect(rows.size).toBe(24);
  });
});
