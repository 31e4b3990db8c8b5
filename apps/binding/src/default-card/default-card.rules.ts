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
  /** The cards in the order that the holder wants them to be tried in; empty where they have said none. */
  readonly order: readonly Id<'card'>[];
}

/** What decides which card pays by default. */
export interface DefaultCard extends DefaultChoice {
  /** The one bound longest first. */
  readonly usable: readonly UsableMethod[];
}

/**
 * The card that pays by default: exactly one while any usable payment method exists, none otherwise (invariant 6). A
 * card that becomes unusable gives way to the next in the holder's order, or to the one bound longest, and is the default again once it is usable again.
 */
export function chooseDefault({ defaultCardId, preferredCardId, order, usable }: DefaultCard): Id<'card'> | null {
  const isUsable = (cardId: Id<'card'> | null | undefined) => usable.some((method) => method.cardId === cardId);
  if (isUsable(preferredCardId)) return preferredCardId;
  const next = order.find(isUsable);
  if (next) return next;
  if (isUsable(defaultCardId)) return defaultCardId;
  return usable[0]?.cardId ?? null;
}

/** The cards that can pay now, in the order in which they are tried: the default, the holder's order, then the one bound longest. */
export function paymentOrderOf(defaultCard: DefaultCard): Id<'card'>[] {
  const { order, usable } = defaultCard;
  const chosen = chooseDefault(defaultCard);
  const cards = usable.map(({ cardId }) => cardId);
  return [...new Set([...(chosen ? [chosen] : []), ...order.filter((id) => cards.includes(id)), ...cards])];
}
