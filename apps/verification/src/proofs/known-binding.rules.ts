import type { Id } from '@bindery/kernel';
import type { Phase } from '@bindery/card-lifecycle';

/** What this service knows of a binding, from its events. */
export interface KnownBinding {
  readonly id: Id<'binding'>;
  readonly accountId: Id<'account'>;
  readonly phase: Phase;
  /** As events tell it: an open list. Nothing is decided by it, and words have something for one that is new. */
  readonly kind: string;
  /** When it lapses, if it does. */
  readonly deadline: Date | null;
  /** Sequence of the event that told. */
  readonly sequence: number;
}
