import type { Locale } from '@bindery/localisation';

/** `value` in minor units of `currency` (ISO 4217): 500 CNY are 5.00 yuan. */
export interface Money {
  readonly value: number;
  readonly currency: string;
}

/** `¥5.00`: minor units turned into the major unit by the currency's own number of digits (ISO 4217). */
export function sayMoney({ value, currency }: Money, locale: Locale): string {
  const format = new Intl.NumberFormat(locale, { style: 'currency', currency });
  return format.format(value / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
}
