import { err, ok, type InvalidInput, type Result } from '@bindery/kernel';
import { defaultTimeZone } from '@bindery/localisation';
import { dayOf } from '@bindery/values';
import type { EnteredCard } from '../../connector.rules';
import type { CardNumberInvalid } from '../card-kind.errors';
import type { CardProvider, NewCard } from '../card-kind.rules';
import { readCardDetails, type CardDetails, type TypedDetails } from './card-details.rules';
import { CardNumber } from './card-number.rules';

export interface EnteredBankCard extends EnteredCard {
  readonly kind: 'BANK_CARD';
  readonly number: CardNumber;
  /** What the bank compares besides; left out where it compares nothing. */
  readonly details?: CardDetails;
}

export interface TypedBankCard extends TypedDetails {
  readonly number: string;
}

/** Checks a card number by its own check digit. A card is recognised by its digits: no other identity is digits only. */
export function readBankCard(
  { number: typed, ...typedDetails }: TypedBankCard,
  { elements }: Pick<CardProvider, 'elements'>,
  now: Date,
): Result<NewCard<EnteredBankCard>, CardNumberInvalid | InvalidInput> {
  const number = CardNumber.parse(typed);
  if (!number.ok) return err({ kind: 'CARD_NUMBER_INVALID', field: 'card.bank.number', cause: number.error.kind });
  const read = readCardDetails(typedDetails, elements, dayOf(now, defaultTimeZone));
  if (!read.ok) return read;
  const entered = { kind: 'BANK_CARD', number: number.value } as const;
  if (elements.length === 0) return ok({ entered, identity: number.value });
  const details = read.value;
  const attempt = { reveal: () => JSON.stringify([number.value.reveal(), details.reveal()]) };
  return ok({ entered: { ...entered, details }, identity: number.value, attempt });
}
