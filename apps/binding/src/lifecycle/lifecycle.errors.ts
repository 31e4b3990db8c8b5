import type { Phase, TriggerType } from '@bindery/card-lifecycle';

/** There is no such thing, or it is somebody else's: the same answer. */
export interface NotFound {
  readonly kind: 'NOT_FOUND';
}

/** The card machine does not allow it; the holder could pull `possible` instead, as far as is known before they do. */
export interface TransitionRefused {
  readonly kind: 'TRANSITION_REFUSED';
  readonly phase: Phase;
  readonly possible: readonly TriggerType[];
}
