import { err, ok, type Result } from '@bindery/kernel';
import { readDigits } from '@bindery/values';
import { number as validateNumber } from 'card-validator';
import type { CardNumberFault } from '../card-kind.errors';

export type CardNumberError = { readonly kind: CardNumberFault };

/** ISO/IEC 7812-1: a number has at most 19 digits; no brand's has fewer than 12. */
export const digitsMin = 12;
export const digitsMax = 19;
/** Room for one separator after each digit; who types more than that has not typed a number wrongly. */
const textLengthMax = 2 * digitsMax;

/** Node's name for the method that console.log and util.inspect ask for. */
const inspect = Symbol.for('nodejs.util.inspect.custom');

/**
 * A payment card number on its way to the provider's tokenisation. It is held in memory only (PCI DSS 4.0.1, 3.4 and
 * 3.5): whatever turns it into text, JSON or a log line gets the last four digits; `reveal` is the one way to the rest.
 */
export class CardNumber {
  readonly #digits: string;

  private constructor(
    digits: string,
    /** Scheme as people know it: `Visa`, `Mastercard`, `UnionPay` … */
    readonly brand: string,
  ) {
    this.#digits = digits;
  }

  /**
   * Reads a number as typed: groups, full-width digits of a Chinese keyboard, what cannot be seen and all. UnionPay numbers must pass the
   * Luhn check (ISO/IEC 7812-1, annex B) like all others.
   */
  static parse(typed: string): Result<CardNumber, CardNumberError> {
    const digits = readDigits(typed);
    if (!digits) return err({ kind: typed.length > textLengthMax ? 'LENGTH' : 'NOT_DIGITS' });
    if (digits.length > digitsMax) return err({ kind: 'LENGTH' });
    const { card, isValid } = validateNumber(digits, { luhnValidateUnionPay: true });
    if (card && isValid) return ok(new CardNumber(digits, card.niceType));
    if (!card) return err({ kind: digits.length < digitsMin ? 'LENGTH' : 'BRAND_UNKNOWN' });
    return err({ kind: card.lengths.includes(digits.length) ? 'CHECKSUM' : 'LENGTH' });
  }

  get lastFour(): string {
    return this.#digits.slice(-4);
  }

  /** All digits. For the request to the provider and the fingerprint; never keep or print what this answers. */
  reveal(): string {
    return this.#digits;
  }

  toString(): string {
    return `•••• ${this.lastFour}`;
  }

  toJSON(): string {
    return this.toString();
  }

  [inspect](): string {
    return `CardNumber(${this.toString()})`;
  }
}
