import { err, ok, type Result } from '@bindery/kernel';
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
}

/** Checks a card number by its own check digit. A card is recognised by its digits: no other identity is digits only. */
export function readBankCard({ number: typed }: TypedBankCard): Result<NewCard<EnteredBankCard>, CardNumberInvalid> {
  const number = CardNumber.parse(typed);
  if (!number.ok) return err({ kind: 'CARD_NUMBER_INVALID', field: 'card.bank.number', cause: number.error.kind });
  return ok({ entered: { kind: 'BANK_CARD', number: number.value }, identity: number.value });
}
