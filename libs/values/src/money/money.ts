import { isCurrency, minorUnitDigitsOf } from './currencies';

/**
 * An amount: `value` in minor units of `currency` (ISO 4217), so 500 CNY are 5.00 yuan and 500 JPY are 500 yen. A safe integer, which is
 * 90 trillion yuan; never a fraction, and never added up as major units.
 */
export interface Money {
  readonly value: number;
  readonly currency: string;
}

/** What a code of ISO 4217 that was withdrawn since had, in all likelihood: kept amounts stay readable. */
const usualDigits = 2;

/** Whether it is an amount as above, below zero too. */
export const isMoney = ({ value, currency }: Money): boolean => Number.isSafeInteger(value) && isCurrency(currency);

/** The amount in major units, as decimal text without loss: 1250 CNY → `12.50`. Throws a RangeError if the value is no safe integer. */
export function toMajor({ value, currency }: Money): string {
  if (!Number.isSafeInteger(value)) throw new RangeError(`${value} is no number of minor units`);
  const digits = minorUnitDigitsOf(currency) ?? usualDigits;
  const text = String(Math.abs(value)).padStart(digits + 1, '0');
  const whole = text.slice(0, text.length - digits);
  return `${value < 0 ? '-' : ''}${whole}${digits ? `.${text.slice(-digits)}` : ''}`;
}

/**
 * Decimal text in major units → the amount: `12.5` of CNY → 1250. Undefined for what is no number, has more digits than the currency has, is more
 * than a safe integer, or is of no currency.
 */
export function readMajor(text: string, currency: string): Money | undefined {
  const digits = minorUnitDigitsOf(currency);
  const [, sign, whole = '', fraction = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text) ?? [];
  if (digits === undefined || sign === undefined || fraction.length > digits) return undefined;
  const value = Number(`${sign}${whole}${fraction.padEnd(digits, '0')}`) || 0;
  return Number.isSafeInteger(value) ? { value, currency } : undefined;
}
