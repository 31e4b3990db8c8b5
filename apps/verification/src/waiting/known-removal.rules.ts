import type { Id } from '@bindery/kernel';
import type { KindName } from '../proofs/known-binding.rules';

/** A card that was taken off elsewhere, as events tell it. */
export interface KnownRemoval {
  readonly bindingId: Id<'binding'>;
  readonly accountId: Id<'account'>;
  readonly kindName: KindName | null;
  /** Sequence of the event that told it. */
  readonly removalVersion: number;
  /** Until when the holder can say that it was not them; null where it was not told. */
  readonly answerBy: Date | null;
  /** It was answered, or the card is on again. */
  readonly isOver: boolean;
}
