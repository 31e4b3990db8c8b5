/** NOT_DIGITS and LENGTH: mistyped; CHECKSUM: a digit wrong or two swapped; BRAND_UNKNOWN: no scheme has such numbers. */
export type CardNumberFault = 'NOT_DIGITS' | 'LENGTH' | 'CHECKSUM' | 'BRAND_UNKNOWN';

/** A definitive no to a card, by one of the codes that its kind has words for. */
export interface CardRefused {
  readonly kind: 'BINDING_REFUSED';
  readonly reason: string;
}

/** A number that cannot be right, whoever gave it out. */
export interface CardNumberInvalid {
  readonly kind: 'CARD_NUMBER_INVALID';
  /** As a path from the input, e.g. `card.bank.number`. */
  readonly field: string;
  readonly cause: CardNumberFault;
}
