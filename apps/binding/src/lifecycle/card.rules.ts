import type { Door } from '../providers/connector';
import type { CardKind, InBothLanguages } from '../catalogue/provider-profile.rules';

/** What the holder owns. Lives at account level and outlives its bindings; its number is never kept. */
export interface Card {
  readonly id: string;
  readonly accountId: string;
  readonly provider: string;
  readonly kind: CardKind;
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

/** Only payment methods can be the default (invariant 6). */
export const canPay = (kind: CardKind): boolean => kind !== 'ACCESS_CARD';
