import type { Phase } from '@bindery/card-lifecycle';

/** Phases in which a binding waits for its holder. */
export const waitingPhases = ['VERIFYING', 'AWAITING_ACTIVATION'] as const satisfies readonly Phase[];
export type WaitingPhase = (typeof waitingPhases)[number];

/** Soonest deadline first, those without one last. */
export function byDeadline(a: { readonly deadline: Date | null }, b: { readonly deadline: Date | null }): number {
  return (a.deadline?.getTime() ?? Infinity) - (b.deadline?.getTime() ?? Infinity) || 0;
}
