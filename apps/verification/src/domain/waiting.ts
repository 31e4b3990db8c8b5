import type { Phase } from '@bindery/card-lifecycle';

/** As events tell it: an open list, so words have something for a kind that is new. */
export type CardKind = string;

/** What this service knows of a binding, from its events. */
export interface KnownBinding {
  readonly id: string;
  readonly accountId: string;
  readonly phase: Phase;
  readonly kind: CardKind;
  /** When it lapses, if it does. */
  readonly deadline: Date | null;
  /** Sequence of the event that told. */
  readonly sequence: number;
}

/** Phases in which a binding waits for its holder. */
export const waitingPhases = ['VERIFYING', 'AWAITING_ACTIVATION'] as const satisfies readonly Phase[];
export type WaitingPhase = (typeof waitingPhases)[number];
export type WaitingBinding = KnownBinding & { readonly phase: WaitingPhase };

/** Soonest deadline first, those without one last. */
export function byDeadline(a: { readonly deadline: Date | null }, b: { readonly deadline: Date | null }): number {
  return (a.deadline?.getTime() ?? Infinity) - (b.deadline?.getTime() ?? Infinity) || 0;
}
