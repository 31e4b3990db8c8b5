import { newId } from '@bindery/kernel';
import { hasOwnHolds, isOurs, isSameHold, type Hold, type HoldKey } from './holds';
import type { BindingState } from './state';
import { type PreparedOperation, type Sync } from './sync';
import { send } from './sync-changes';

export interface LiftRequest extends HoldKey {
  readonly operation?: PreparedOperation<'RESUME'>;
}

interface HoldRequest {
  readonly hold: Hold;
  readonly operation?: PreparedOperation<'SUSPEND'>;
}

/** Blocks here at once. The provider is told if it has to be and can be; while its view is in doubt, healing tells it. */
export function addHold(state: BindingState, { hold, operation }: HoldRequest): BindingState {
  const present = state.holds.some((other) => isSameHold(other, hold));
  const lifting = isBeingLifted(state.sync, hold);
  if (present && !lifting) return state;
  const holds = present ? state.holds : [...state.holds, hold];
  if (operation !== undefined && isSuspendDue(state, hold))
    return { phase: state.phase, holds, sync: send(operation, state.sync) };
  return { phase: state.phase, holds, sync: lifting ? withoutLifting(state.sync) : state.sync };
}

/** Lifts at once what the provider need not know of; else asks it to resume, and the hold stays until it says yes. */
export function liftHold(state: BindingState, request: LiftRequest): BindingState {
  const { operation } = request;
  if (operation === undefined || state.phase !== 'BOUND' || !isResumeDue(state, request))
    return withoutHold(state, request, state.sync);
  if (isBeingLifted(state.sync, request)) return state;
  const lifts = { owner: request.owner, reason: request.reason };
  return { phase: state.phase, holds: state.holds, sync: send(operation, state.sync, { lifts }) };
}

export function withoutHold(state: BindingState, key: HoldKey, sync: Sync): BindingState {
  return { phase: state.phase, holds: state.holds.filter((hold) => !isSameHold(hold, key)), sync };
}

/** A RESUME cannot overtake an unbinding, nor follow an operation of which nobody knows whether it happened. */
export function canTellProviderOfLifting(state: BindingState, request: LiftRequest): boolean {
  if (request.operation === undefined || !isResumeDue(state, request)) return true;
  return state.phase !== 'UNBINDING' && !(state.phase === 'BOUND' && state.sync.state === 'UNKNOWN');
}

/** Whether a hold that is there can be lifted now; `native`: its provider has to agree. */
export const canLift = (state: BindingState, { owner, reason }: HoldKey, native: boolean): boolean =>
  canTellProviderOfLifting(state, { owner, reason, ...(native && { operation: someResume }) });

const someResume = { id: newId('operation'), kind: 'RESUME', deadline: '' } as const;

/** The first hold of ours suspends at the provider; so does any that comes while a RESUME is on its way. */
function isSuspendDue(state: BindingState, hold: Hold): boolean {
  if (state.phase !== 'BOUND' || !isOurs(hold) || state.sync.state === 'UNKNOWN' || state.sync.state === 'DIVERGED')
    return false;
  return !hasOwnHolds(state.holds) || state.sync.operation?.kind === 'RESUME';
}

/** Only the last hold of ours resumes at the provider. */
function isResumeDue(state: BindingState, key: HoldKey): boolean {
  return isOurs(key) && !state.holds.some((hold) => isOurs(hold) && !isSameHold(hold, key));
}

function isBeingLifted(sync: Sync, key: HoldKey): boolean {
  const lifts = sync.operation?.lifts;
  return lifts !== undefined && isSameHold(lifts, key);
}

/** The owner holds again before the provider answered: the answer may come, but lifts nothing any more. */
function withoutLifting(sync: Sync): Sync {
  if (sync.state === 'IN_SYNC' || sync.operation === undefined) return sync;
  const { lifts: _, ...operation } = sync.operation;
  return { ...sync, operation };
}
