import { err, invalidField, type InvalidInput, type Result } from '@bindery/kernel';
import { cardKindOf, cardKinds } from '../../providers/kinds';
import type { CardNumberInvalid } from '../../providers/kinds/card-kind.errors';
import type { NewCard } from '../../providers';

/** A card as a holder enters it: one field for each kind, exactly one of them filled, that of the provider's kind. */
export type NewCardFields = Readonly<Record<string, object | null | undefined>>;

/** Checks what can be checked without asking anybody: the kind of card, and what the kind itself can tell. */
export function readNewCard(
  card: NewCardFields,
  { code, kind }: { readonly code: string; readonly kind: string },
): Result<NewCard, InvalidInput | CardNumberInvalid> {
  const given = cardKinds.filter(({ entry }) => entry && card[entry.field]);
  if (given.length > 1) return err(invalidField('card'));
  const { entry } = cardKindOf(kind);
  if (!entry) return err(invalidField('card'));
  const input = card[entry.field];
  return input ? entry.read(input, code) : err(invalidField(`card.${entry.field}`));
}
