import type { Id } from '@bindery/kernel';

/** A payment method that can be used now. */
export interface UsableMethod {
  readonly cardId: Id<'card'>;
  readonly bindingId: Id<'binding'>;
}

/** What an account pays with. */
export interface DefaultChoice {
  /** The card that is the default now; null if none is. */
  readonly defaultCardId: Id<'card'> | null;
  /** The card the holder wants, or that was first: it is the default whenever it is usable. */
  readonly preferredCardId: Id<'card'> | null;
}

/** What decides which card pays by default. */
export interface DefaultCard extends DefaultChoice {
  /** The one bound longest first. */
  readonly usable: readonly UsableMethod[];
}

/**
 * The card that pays by default: exactly one while any usable payment method exists, none otherwise (invariant 6). A
 * card that becomes unusable gives way to the one bound longest, and is the default again once it is usable again.
 */
export function chooseDefault({ defaultCardId, preferredCardId, usable }: DefaultCard): Id<'card'> | null {
  const isUsable = (cardId: Id<'card'> | null) => usable.some((method) => method.cardId === cardId);
  if (isUsable(preferredCardId)) return preferredCardId;
  if (isUsable(defaultCardId)) return defaultCardId;
  return usable[0]?.cardId ?? null;
}
