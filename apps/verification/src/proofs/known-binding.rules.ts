import type { Id } from '@bindery/kernel';
import type { Phase } from '@bindery/card-lifecycle';
import type { Locale } from '@bindery/localisation';

/** What a kind of card is called within a sentence. */
export type KindName = Readonly<Record<Locale, string>>;

/** What this service knows of a binding, from its events. */
export interface KnownBinding {
  readonly id: Id<'binding'>;
  readonly accountId: Id<'account'>;
  readonly phase: Phase;
  /** As events tell it: an open list, by which nothing is decided. */
  readonly kind: string;
  /** As events tell it; null while none has. */
  readonly kindName: KindName | null;
  /** When it lapses, if it does. */
  readonly deadline: Date | null;
  /** As what it takes the place of another once it is bound, e.g. MOVE: an open list; null where it does not. */
  readonly succession: string | null;
  /** Until when it can be restored, or when it was taken off where it cannot; null where it was never off, or nothing told. */
  readonly restorableUntil: Date | null;
  /** Sequence of the event that told. */
  readonly sequence: number;
}
