import type { Id } from '@bindery/kernel';
import type { KindName } from '../proofs/known-binding.rules';

/** What this service knows of a card that is to move to another device, from its events. */
export interface KnownWantedCard {
  readonly id: Id<'move'>;
  /** The binding on the old device. */
  readonly bindingId: Id<'binding'>;
  readonly accountId: Id<'account'>;
  /** As events tell it; null while none has. */
  readonly kindName: KindName | null;
  /** Until when it can be entered; null once it has been, or does not move any more. */
  readonly deadline: Date | null;
  /** Sequence of the event that told. */
  readonly sequence: number;
}
