/** A payment method that can be used now. */
export interface UsableMethod {
  readonly cardId: string;
  readonly bindingId: string;
}

/** What decides which card pays by default. */
export interface DefaultCard {
  /** The card that is the default now; null if none is. */
  readonly defaultCardId: string | null;
  /** The card the holder wants, or that was first: it is the default whenever it is usable. */
  readonly preferredCardId: string | null;
  /** The one bound longest first. */
  readonly usable: readonly UsableMethod[];
}

/**
 * The card that pays by default: exactly one while any usable payment method exists, none otherwise (invariant 6). A
 * card that becomes unusable gives way to the one bound longest, and is the default again once it is usable again.
 */
export function chooseDefault({ defaultCardId, preferredCardId, usable }: DefaultCard): string | null {
  const isUsable = (cardId: string | null) => usable.some((method) => method.cardId === cardId);
  if (isUsable(preferredCardId)) return preferredCardId;
  if (isUsable(defaultCardId)) return defaultCardId;
  return usable[0]?.cardId ?? null;
}
