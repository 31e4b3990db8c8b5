import { minorUnitDigitsOf } from './currencies';
import { toMajor, type Money } from './money';

/** Made once for each currency and language: a format takes longer to make than to use, by far. */
const formats = new Map<string, Intl.NumberFormat>();

/**
 * The amount as people of a language write it: `¥12.50`, `CN¥12.50`. Intl gives the look alone, the digits are those of ISO 4217; a code that it
 * does not know stands for itself. `locale` is a BCP 47 tag. Throws a RangeError if the value is no safe integer.
 */
export function formatMoney(money: Money, locale: string): string {
  const { currency } = money;
  const id = `${locale} ${currency}`;
  let format = formats.get(id);
  if (!format) {
    const digits = minorUnitDigitsOf(currency) ?? 2;
    format = new Intl.NumberFormat(locale, {
      style: 'currency',
      currency,
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    });
    formats.set(id, format);
  }
  // As text: a number of major units would be rounded beyond 15 digits.
  return format.format(toMajor(money) as Intl.StringNumericLiteral);
}
