import type { Hold } from './holds';
import { phases } from './phases';
import type { Phase } from './phases';
import type { Sync } from './sync';

/** The three independent parts of a binding's state. What a client sees as status is derived, never stored. */
export interface BindingState {
  readonly phase: Phase;
  readonly holds: readonly Hold[];
  readonly sync: Sync;
}

export const statuses = ['ACTIVE', 'SUSPENDED', 'EXPIRED', ...phases] as const;

export type Status = (typeof statuses)[number];

/** Whether the card may be used through this binding right now. Anything in doubt says no (invariant 5). */
export function isUsable(state: BindingState): boolean {
  return (
    state.phase === 'BOUND' &&
    state.holds.length === 0 &&
    state.sync.state !== 'UNKNOWN' &&
    state.sync.state !== 'DIVERGED'
  );
}

/** The one word a client shows. BOUND is what remains when nothing holds the card but the provider's view is in doubt. */
export function statusOf(state: BindingState): Status {
  if (isUsable(state)) return 'ACTIVE';
  if (state.phase !== 'BOUND' || state.holds.length === 0) return state.phase;
  return state.holds.some(({ owner }) => owner === 'VALIDITY' || owner === 'DOCUMENT') ? 'EXPIRED' : 'SUSPENDED';
}
