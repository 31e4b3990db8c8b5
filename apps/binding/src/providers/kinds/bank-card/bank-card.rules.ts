import { err, invalidField, ok, type InvalidInput, type Result } from '@bindery/kernel';
import { cleanLine, lineLength } from '@bindery/values';
import type { EnteredCard } from '../../connector.rules';
import type { CardNumberInvalid } from '../card-kind.errors';
import type { NewCard } from '../card-kind.rules';
import { CardNumber } from './card-number.rules';

export interface EnteredBankCard extends EnteredCard {
  readonly kind: 'BANK_CARD';
  readonly number: CardNumber;
}

export interface TypedBankCard {
  readonly number: string;
  readonly holderName?: string | null;
}

/** Characters of a name on a card: embossed are at most 26 (ISO/IEC 7813), in other scripts people type more. */
export const holderNameMax = 64;

/** Checks a card number by its own check digit. A card is recognised by its digits: no other identity is digits only. */
export function readBankCard({
  number: typed,
  holderName,
}: TypedBankCard): Result<NewCard<EnteredBankCard>, CardNumberInvalid | InvalidInput> {
  const number = CardNumber.parse(typed);
  if (!number.ok) return err({ kind: 'CARD_NUMBER_INVALID', field: 'card.bank.number', cause: number.error.kind });
  if (typeof holderName === 'string' && lineLength(cleanLine(holderName)) > holderNameMax)
    return err(invalidField('card.bank.holderName', 'TOO_LONG', holderNameMax));
  return ok({ entered: { kind: 'BANK_CARD', number: number.value }, identity: number.value });
}
