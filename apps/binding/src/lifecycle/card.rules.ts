import type { Id } from '@bindery/kernel';
import type { InBothLanguages } from '@bindery/localisation';

export interface Door {
  readonly id: string;
  readonly name: InBothLanguages;
}

/** PRESENT: bound, or on the way there or back. STARTED: never bound, and its holder has not confirmed what was begun. PAST: every other card, but one that was never bound and whose holder never confirmed it. */
export type CardStanding = 'PRESENT' | 'STARTED' | 'PAST';

/** What the holder owns. Lives at account level and outlives its bindings; its number is never kept. */
export interface Card {
  readonly id: Id<'card'>;
  readonly accountId: Id<'account'>;
  readonly provider: string;
  /** Code of its kind: open here, known to providers/kinds. */
  readonly kind: string;
  /** The provider's name for it; null once its secrets were purged. */
  readonly token: string | null;
  readonly lastFour: string;
  readonly brand: string | null;
  /** Last day of validity, `2030-07-31`. */
  readonly expiresOn: string | null;
  readonly site: { readonly code: string; readonly name: InBothLanguages } | null;
  readonly doors: readonly Door[];
  readonly addedAt: Date;
}
