import { hasOwnHolds } from './holds';
import type { Phase } from './phases';
import type { BindingState } from './state';
import { inSync, type Divergence, type OperationKind, type OperationRef, type Sync } from './sync';
import type { TriggerOf } from './triggers/trigger';

type Extras = Pick<OperationRef, 'lifts' | 'revokes' | 'reinstates'>;

/** PENDING on a fresh operation. What was unsettled before goes along, so that a refusal brings it back. */
export function send({ id, kind, deadline }: OperationRef, before: Sync, extras?: Extras): Sync {
  const doubt = doubtOf(before);
  if (extras === undefined && doubt === undefined) return { state: 'PENDING', operation: { id, kind, deadline } };
  return { state: 'PENDING', operation: { id, kind, deadline, ...extras, ...(doubt && { doubt }) } };
}

/** After a definitive no: in sync again, or as much in doubt as before the operation was sent or while it was awaited. */
export function backOut(before: Sync): Sync {
  const doubt = before.state === 'DIVERGED' ? before : before.operation?.doubt;
  return doubt === undefined ? inSync : { state: 'DIVERGED', desired: doubt.desired, observed: doubt.observed };
}

/** The awaited operation is kept as the state knows it: the caller's copy may lack what the machine has added. */
export function changeSync(state: BindingState, { sync }: TriggerOf<'SyncChanged'>): BindingState {
  return { phase: state.phase, holds: state.holds, sync: nextSync(state, sync) };
}

function nextSync(state: BindingState, wanted: Sync): Sync {
  const open = state.sync.operation;
  switch (wanted.state) {
    case 'IN_SYNC':
      return inSync;
    case 'DIVERGED': {
      const { desired, observed } = wanted;
      return open === undefined
        ? { state: 'DIVERGED', desired, observed }
        : { state: 'DIVERGED', desired, observed, operation: open };
    }
    case 'UNKNOWN':
    case 'PENDING':
      return open?.id === wanted.operation.id
        ? { state: wanted.state, operation: open }
        : send(wanted.operation, state.sync);
  }
}

/** Phases that only the answer to their operation ends; forgetting it would leave them waiting for ever (invariant 13). */
const waitingPhases: ReadonlySet<Phase> = new Set(['BINDING', 'AWAITING_ACTIVATION', 'UNBINDING', 'RESTORING']);

export function keepsOpenOperation(state: BindingState, wanted: Sync): boolean {
  switch (wanted.state) {
    case 'IN_SYNC':
      return !waitingPhases.has(state.phase);
    case 'DIVERGED':
      return true;
    case 'UNKNOWN':
      return state.sync.operation?.id === wanted.operation.id;
    case 'PENDING':
      return isSentAgain(state, wanted.operation) || tellsOfHolds(state, wanted.operation);
  }
}

/** Success is never guessed: settling, or sending the same once more, needs an answer of the provider first. */
export function isBackedByQuery(state: BindingState, { sync, queried }: TriggerOf<'SyncChanged'>): boolean {
  if (queried || sync.state === 'UNKNOWN' || sync.state === 'DIVERGED') return true;
  return sync.state === 'PENDING' && tellsOfHolds(state, sync.operation);
}

function isSentAgain({ sync }: BindingState, operation: OperationRef): boolean {
  return (sync.state === 'UNKNOWN' || sync.state === 'DIVERGED') && sync.operation?.id === operation.id;
}

/** The one new operation reconciliation may send: a SUSPEND for holds the provider does not know of. It only tightens. */
function tellsOfHolds({ phase, holds, sync }: BindingState, operation: OperationRef): boolean {
  if (phase !== 'BOUND' || operation.kind !== 'SUSPEND' || !hasOwnHolds(holds)) return false;
  return sync.state === 'IN_SYNC' || (sync.state === 'DIVERGED' && sync.operation?.id !== operation.id);
}

const viewAfter = {
  BIND: 'ACTIVE',
  ACTIVATE: 'ACTIVE',
  RESUME: 'ACTIVE',
  RESTORE: 'ACTIVE',
  SUSPEND: 'SUSPENDED',
  UNBIND: 'ABSENT',
} as const satisfies Record<OperationKind, string>;

function doubtOf(sync: Sync): Divergence | undefined {
  switch (sync.state) {
    case 'IN_SYNC':
      return undefined;
    case 'PENDING':
      return sync.operation.doubt;
    case 'UNKNOWN':
      return { desired: viewAfter[sync.operation.kind], observed: 'UNKNOWN' };
    case 'DIVERGED':
      return { desired: sync.desired, observed: sync.observed };
  }
}
