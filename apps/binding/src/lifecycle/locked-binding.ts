import type { Binding } from './binding.rules';
import type { Card } from './card.rules';

/** A binding with its card, as it was when it was read: it may have changed by the time it is looked at. */
export interface BindingWithCard {
  readonly binding: Binding;
  readonly card: Card;
}

declare const lockedRow: unique symbol;

/**
 * A binding whose row is locked by the transaction at hand. Only the locking reads, the insert and a transition of a
 * locked one make it, so that a step cannot be taken of anything else.
 */
export interface LockedBinding extends BindingWithCard {
  readonly [lockedRow]: true;
}

/** For whoever has just locked or inserted the row: binding.repository and transitions, and nobody outside this room. */
export const asLocked = (binding: BindingWithCard): LockedBinding => binding as LockedBinding;
