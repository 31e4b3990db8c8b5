import type { Phase } from '@bindery/card-lifecycle';
import type { ProofAction } from '@bindery/trust';
import type { KnownBinding } from './known-binding.rules';

/** Phases out of which no card comes back. */
const ended: readonly Phase[] = ['DECLINED', 'REPLACED', 'RETIRED'];

/** What a holder does about what hangs on a card: a card whose place was taken stays at its provider while it owes something. */
const aboutObligations: readonly ProofAction[] = [
  'CANCEL_MANDATE',
  'MOVE_MANDATE',
  'SETTLE_PENDING',
  'WITHDRAW_BALANCE',
];

/** A review comes before the confirmation, and asks for it when it is through. */
const unconfirmed: readonly Phase[] = ['VERIFYING', 'IN_REVIEW'];

interface Moment {
  readonly now: Date;
  /** An open dispute keeps a card restorable past its window. */
  readonly disputed: boolean;
}

/**
 * Whether a proof for this would be of no use any more, so that no code is sent for it. What is known here follows its binding by a moment, so only what is
 * not undone by a later fact counts: everything else is decided where the proof is used.
 */
export function isOver(
  action: ProofAction,
  { phase, restorableUntil }: Pick<KnownBinding, 'phase' | 'restorableUntil'>,
  { now, disputed }: Moment,
): boolean {
  if (action === 'BIND') return !unconfirmed.includes(phase);
  if (phase === 'REPLACED' && aboutObligations.includes(action)) return false;
  if (ended.includes(phase)) return true;
  if (action !== 'RESTORE' || phase !== 'UNBOUND' || disputed) return false;
  return restorableUntil !== null && restorableUntil < now;
}
