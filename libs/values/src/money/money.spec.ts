import { currencies, isCurrency, minorUnitDigitsOf } from './currencies';
import { formatMoney } from './format-money';
import { isMoney, readMajor, toMajor } from './money';

const largest = Number.MAX_SAFE_INTEGER;

describe('currencies', () => {
  it('are those of ISO 4217 that have a minor unit, each once', () => {
    expect(currencies).toHaveLength(165);
    expect(new Set(currencies).size).toBe(165);
    for (const code of currencies) expect(code).toMatch(/^[A-Z]{3}$/);
  });

  it.each([
    ['CNY', 2],
    ['USD', 2],
    ['XAD', 2],
    ['JPY', 0],
    ['KRW', 0],
    ['XAF', 0],
    ['KWD', 3],
    ['IQD', 3],
    ['CLF', 4],
    // No minor unit, withdrawn, nobody's, and no code.
    ['XAU', undefined],
    ['XXX', undefined],
    ['DEM', undefined],
    ['BGN', undefined],
    ['cny', undefined],
    ['yuan', undefined],
    ['', undefined],
  ])('%s has %s digits', (code, digits) => {
    expect(minorUnitDigitsOf(code)).toBe(digits);
    expect(isCurrency(code)).toBe(digits !== undefined);
  });
});

describe.each(currencies)('an amount of %s', (currency) => {
  const digits = minorUnitDigitsOf(currency) ?? NaN;

  it('becomes major units and back without loss', () => {
    for (const value of [0, 1, 9, 10, 99, 100, 12_345, 2 ** 31, 2 ** 53 - 1, -1, -2_500, -largest]) {
      const text = toMajor({ value, currency });
      expect(text.split('.')[1]?.length ?? 0).toBe(digits);
      expect(readMajor(text, currency)).toEqual({ value, currency });
    }
  });

  it('is written with its own digits in every language', () => {
    for (const locale of ['zh-CN', 'en']) {
      const text = formatMoney({ value: 1_234_567, currency }, locale);
      const written = text.replaceAll(/[^\d.]/g, '').replace(/^\./, '');
      expect(written).toBe(toMajor({ value: 1_234_567, currency }));
    }
  });
});

describe('toMajor', () => {
  it.each([
    [1250, 'CNY', '12.50'],
    [5, 'CNY', '0.05'],
    [-5, 'CNY', '-0.05'],
    [0, 'CNY', '0.00'],
    [500, 'JPY', '500'],
    [1, 'CLF', '0.0001'],
    [largest, 'CNY', '90071992547409.91'],
    [700, 'BGN', '7.00'],
  ])('writes %d %s as %s', (value, currency, text) => expect(toMajor({ value, currency })).toBe(text));

  it.each([0.5, NaN, Infinity, largest + 1])('throws at %d', (value) =>
    expect(() => toMajor({ value, currency: 'CNY' })).toThrow(RangeError),
  );
});

describe('readMajor', () => {
  it.each([
    ['12.5', 'CNY', 1250],
    ['12', 'CNY', 1200],
    ['007', 'JPY', 7],
    ['-0.01', 'EUR', -1],
    ['-0', 'EUR', 0],
  ])('reads %s %s as %d', (text, currency, value) => expect(readMajor(text, currency)).toEqual({ value, currency }));

  it.each([
    ['12.505', 'CNY'],
    ['1.5', 'JPY'],
    ['', 'CNY'],
    ['.5', 'CNY'],
    ['1e3', 'CNY'],
    ['1,000', 'CNY'],
    ['90071992547409.92', 'CNY'],
    ['1.00', 'XXX'],
  ])('refuses “%s” %s', (text, currency) => expect(readMajor(text, currency)).toBeUndefined());
});

describe('isMoney', () => {
  it.each([
    [{ value: 500, currency: 'CNY' }, true],
    [{ value: -1, currency: 'CNY' }, true],
    [{ value: 2 ** 31 + 1, currency: 'CNY' }, true],
    [{ value: 1.5, currency: 'CNY' }, false],
    [{ value: 2 ** 53, currency: 'CNY' }, false],
    [{ value: 500, currency: 'yuan' }, false],
  ])('says of %j %s', (money, expected) => expect(isMoney(money)).toBe(expected));
});

describe('formatMoney', () => {
  it.each([
    [1250, 'CNY', 'zh-CN', '¥12.50'],
    [1250, 'CNY', 'en', 'CN¥12.50'],
    [500, 'JPY', 'en', '¥500'],
    // Intl alone would leave the fillér, the sen and the kuruş of several currencies away.
    [500_000, 'HUF', 'en', 'HUF 5,000.00'],
    [500_000, 'HUF', 'zh-CN', 'HUF 5,000.00'],
    [3_000_000_000, 'IDR', 'en', 'IDR 30,000,000.00'],
    [-250_000, 'USD', 'en', '-$2,500.00'],
    // Intl alone would leave the fils away.
    [1_234_567, 'IQD', 'en', 'IQD 1,234.567'],
    [largest, 'CNY', 'zh-CN', '¥90,071,992,547,409.91'],
    [700, 'BGN', 'en', 'BGN 7.00'],
  ])('writes %d %s in %s as %s', (value, currency, locale, text) =>
    expect(formatMoney({ value, currency }, locale).replaceAll('\u00a0', ' ')).toBe(text),
  );
});
