import type { TriggerType } from '@bindery/card-lifecycle';
import type { Binding } from './binding.rules';

/** There is no such thing, or it is somebody else's: the same answer. */
export interface NotFound {
  readonly kind: 'NOT_FOUND';
  /** The field that names it, where the input names several things. */
  readonly field?: string;
}

/** The card machine does not allow it; the holder could pull `possible` instead, as far as is known before they do. */
export interface TransitionRefused {
  readonly kind: 'TRANSITION_REFUSED';
  /** As it is: what can be done instead follows from it. */
  readonly binding: Binding;
  /** By when the operation that is in the way ends or becomes a case; null where none is, or that is over. */
  readonly awaitedUntil: Date | null;
  readonly possible: readonly TriggerType[];
}
