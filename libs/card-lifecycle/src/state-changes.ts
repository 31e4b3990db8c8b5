import { addHold, liftHold, withoutHold, type LiftRequest } from './hold-changes';
import { hasOwnHolds, isSameHold, revokedHold, type Hold } from './holds';
import type { Phase } from './phases';
import type { BindingState } from './state';
import { inSync, type OperationKind, type PreparedOperation, type Sync } from './sync';
import { backOut, changeSync, send } from './sync-changes';
import type { Trigger, TriggerOf } from './triggers/trigger';

/** How a row makes the next state: `state` is null only before the first row. */
type StateChange<Facts> = (to: Phase, facts: Facts, state: BindingState | null) => BindingState;

interface Sends {
  readonly operation: PreparedOperation<OperationKind>;
}

/** Keeps a card unusable should the provider refuse to unbind it. */
const notActivated = 'NOT_ACTIVATED';

/** What a no leaves at the provider: apart from our view unless the holds have changed meanwhile. */
const refused = {
  SUSPEND: { state: 'DIVERGED', desired: 'SUSPENDED', observed: 'ACTIVE' },
  RESUME: { state: 'DIVERGED', desired: 'ACTIVE', observed: 'SUSPENDED' },
} as const satisfies Record<string, Sync>;

/** Named parts of the table: what happens to holds and sync while the phase changes. Holds only go by their owner. */
export const stateChanges = {
  start: (phase, _: object) => ({ phase, holds: [], sync: inSync }),

  keep: (phase, _: object, state) => ({ phase, holds: heldIn(state), sync: syncOf(state) }),

  settle: (phase, _: object, state) => ({ phase, holds: heldIn(state), sync: inSync }),

  backOut: (phase, _: object, state) => ({ phase, holds: heldIn(state), sync: backOut(syncOf(state)) }),

  send: (phase, t: Sends, state) => ({ phase, holds: heldIn(state), sync: send(t.operation, syncOf(state)) }),

  sendUnbind: (phase, t: Sends & { at: string }, state) => ({
    phase,
    holds:
      state?.phase === 'AWAITING_ACTIVATION'
        ? held(state, { owner: 'PROVIDER', reason: notActivated, since: t.at })
        : heldIn(state),
    sync: send(t.operation, syncOf(state)),
  }),

  sendRevocation: (phase, t: Sends & { at: string }, state) => ({
    phase,
    holds: held(existing(state), { ...revokedHold, since: t.at }),
    sync: send(t.operation, syncOf(state), { revokes: true }),
  }),

  sendReinstatement: (phase, t: Sends, state) => ({
    phase,
    holds: heldIn(state),
    sync: send(t.operation, syncOf(state), { reinstates: true }),
  }),

  awaitActivation: (phase, t: { activation: PreparedOperation<'ACTIVATE'> }, state) => ({
    phase,
    holds: heldIn(state),
    sync: send(t.activation, inSync),
  }),

  addHold: (_, t: { hold: Hold; operation?: PreparedOperation<'SUSPEND'> }, state) => addHold(existing(state), t),

  liftHold: (_, t: LiftRequest, state) => liftHold(existing(state), t),

  suspendedOrResumed: (phase, _: object, state) => {
    const lifts = state?.sync.operation?.lifts;
    return lifts === undefined
      ? { phase, holds: heldIn(state), sync: inSync }
      : withoutHold(existing(state), lifts, inSync);
  },

  notSuspendedOrResumed: (phase, t: { operationKind: OperationKind }, state) => {
    const holds = heldIn(state);
    const agreed = hasOwnHolds(holds) === (t.operationKind === 'RESUME');
    return {
      phase,
      holds,
      sync: agreed ? backOut(syncOf(state)) : refused[t.operationKind === 'RESUME' ? 'RESUME' : 'SUSPEND'],
    };
  },

  changeSync: (_, t: TriggerOf<'SyncChanged'>, state) => changeSync(existing(state), t),
} as const satisfies Record<string, StateChange<never>>;

export type StateChangeName = keyof typeof stateChanges;

type FactsOf<C> = C extends StateChange<infer Facts> ? Facts : never;

/** The changes whose facts every such trigger carries. */
export type StateChangeFor<T extends Trigger> = {
  [Name in StateChangeName]: T extends FactsOf<(typeof stateChanges)[Name]> ? Name : never;
}[StateChangeName];

const heldIn = (state: BindingState | null) => state?.holds ?? [];

const held = ({ holds }: BindingState, hold: Hold) =>
  holds.some((other) => isSameHold(other, hold)) ? holds : [...holds, hold];

const syncOf = (state: BindingState | null) => state?.sync ?? inSync;

function existing(state: BindingState | null): BindingState {
  if (state === null) throw new Error('this row needs a binding to start from');
  return state;
}
