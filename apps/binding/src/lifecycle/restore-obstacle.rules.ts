import type { Binding } from './binding.rules';

/** How an unbound card comes back at its provider; REBIND_ONLY: not at all. */
interface RestorePolicy {
  readonly restore: { readonly strategy: 'REACTIVATE' | 'REPROVISION' | 'REBIND_ONLY' };
}

interface RestoreMoment {
  readonly now: Date;
  readonly disputeOpen: boolean;
  /** Left out by whoever does not look at the other bindings of the card: taken for free. */
  readonly slotFree?: boolean;
}

export type RestoreObstacle = 'NOT_UNBOUND' | 'NOT_OFFERED' | 'WINDOW_OVER' | 'BOUND_AGAIN';

/** Why a binding cannot be restored; null when it can. The one answer for whoever offers a restore and whoever does it (requirement 12). */
export function findRestoreObstacle(
  { state: { phase }, restorableUntil }: Pick<Binding, 'state' | 'restorableUntil'>,
  { restore: { strategy } }: RestorePolicy,
  { now, disputeOpen, slotFree = true }: RestoreMoment,
): RestoreObstacle | null {
  if (phase !== 'UNBOUND' && phase !== 'RETIRED') return 'NOT_UNBOUND';
  // Before the window: one that was never open is not over.
  if (strategy === 'REBIND_ONLY') return 'NOT_OFFERED';
  // A retired binding is over, but what its holder wants to hear is why it cannot come back.
  if (phase === 'RETIRED' || restorableUntil === null) return 'WINDOW_OVER';
  if (now > restorableUntil && !disputeOpen) return 'WINDOW_OVER';
  return slotFree ? null : 'BOUND_AGAIN';
}
