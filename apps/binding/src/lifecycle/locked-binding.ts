import type { Locked } from '@bindery/persistence';
import type { Binding } from './binding.rules';
import type { Card } from './card.rules';

/** A binding with its card, as it was when it was read: it may have changed by the time it is looked at. */
export interface BindingWithCard {
  readonly binding: Binding;
  readonly card: Card;
}

/**
 * A binding whose row is locked by the transaction at hand. Only the locking reads, the insert and the save of a step make it, so that a
 * step cannot be taken of anything else.
 */
export type LockedBinding = Locked<BindingWithCard>;
