import { err, invalidField, type InvalidInput, type Result } from '@bindery/kernel';
import type { CardNumberInvalid, CardRefused } from '../../providers/kinds/card-kind.errors';
import type { CardProvider, CardReading, NewCard } from '../../providers/kinds/card-kind.rules';

/** A card as a holder enters it: one field for each kind, exactly one of them filled, that of the provider's kind. */
export type NewCardFields = Readonly<Record<string, object | null | undefined>>;

/** What a rule has to know of a kind to read its cards; `entry` is null while they cannot be entered. */
interface ReadableKind {
  readonly code: string;
  readonly entry: CardReading | null;
}

/** Checks what can be checked without asking anybody: the kind of card, and what the kind itself can tell. */
export function readNewCard(
  card: NewCardFields,
  provider: CardProvider & { readonly kind: string },
  kinds: readonly ReadableKind[],
  now: Date,
): Result<NewCard, InvalidInput | CardNumberInvalid | CardRefused> {
  const given = kinds.filter(({ entry }) => entry && card[entry.field]);
  if (given.length > 1) return err(invalidField('card', 'TOO_MANY', 1));
  const entry = kinds.find((known) => known.code === provider.kind)?.entry;
  if (!entry) return err(invalidField('card', 'UNKNOWN'));
  const input = card[entry.field];
  return input ? entry.read(input, provider, now) : err(invalidField(`card.${entry.field}`, 'REQUIRED'));
}
