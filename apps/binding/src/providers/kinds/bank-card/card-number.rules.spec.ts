import { inspect } from 'node:util';
import fc from 'fast-check';
import { unwrap } from '@bindery/kernel';
import { CardNumber } from './card-number.rules';

const visa = '4111111111111111';

/** Appends the Luhn digit, computed here independently of the library under test. */
function withCheckDigit(payload: string): string {
  const sum = [...payload].reverse().reduce((total, character, i) => {
    const doubled = Number(character) * (i % 2 === 0 ? 2 : 1);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return payload + String((10 - (sum % 10)) % 10);
}

const digits = (length: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: length, maxLength: length });
const visaNumbers = digits(14).map((rest) => withCheckDigit(`4${rest}`));
const mastercardNumbers = digits(13).map((rest) => withCheckDigit(`52${rest}`));
const cardNumbers = fc.oneof(visaNumbers, mastercardNumbers);

const kindOf = (typed: string) => {
  const result = CardNumber.parse(typed);
  return result.ok ? result.value.brand : result.error.kind;
};

describe('CardNumber.parse', () => {
  it.each([
    [visa, 'Visa'],
    ['5555 5555 5555 4444', 'Mastercard'],
    ['6225 7605 0000 0011', 'CHECKSUM'],
    [withCheckDigit('622576050000001'), 'UnionPay'],
    ['４１１１　１１１１　１１１１　１１１１', 'Visa'],
    ['4111-1111\u00a01111\u20131111', 'Visa'],
    ['4111111111111112', 'CHECKSUM'],
    ['411111111111111', 'LENGTH'],
    ['', 'NOT_DIGITS'],
    ['4111 1111 1111 111x', 'NOT_DIGITS'],
    ['٤١١١١١١١١١١١١١١١', 'Visa'],
    ['\u202a4111\u200b 1111\u2060\u20111111\ufeff\u22121111\u202c', 'Visa'],
    ['4111 1111 1111 1111 四', 'NOT_DIGITS'],
    ['4'.repeat(20), 'LENGTH'],
    ['4', 'LENGTH'],
    [visa.repeat(1000), 'LENGTH'],
    ['0000000000000000', 'BRAND_UNKNOWN'],
  ])('reads %j as %s', (typed, expected) => expect(kindOf(typed)).toBe(expected));

  it('takes every number with a right check digit, however it is grouped', () => {
    const separated = fc.tuple(
      cardNumbers,
      fc.constantFrom(' ', '-', '\u00a0', '\u3000'),
      fc.integer({ min: 1, max: 8 }),
    );
    fc.assert(
      fc.property(separated, ([number, separator, every]) => {
        const typed = number.replace(new RegExp(`.{${every}}(?=.)`, 'g'), `$&${separator}`);
        expect(unwrap(CardNumber.parse(typed)).reveal()).toBe(number);
      }),
    );
  });

  it('refuses every number with one digit wrong', () => {
    fc.assert(
      fc.property(cardNumbers, fc.integer({ min: 2, max: 15 }), fc.integer({ min: 1, max: 9 }), (number, at, by) => {
        const wrong = (Number(number[at]) + by) % 10;
        expect(kindOf(number.slice(0, at) + String(wrong) + number.slice(at + 1))).toBe('CHECKSUM');
      }),
    );
  });

  it('answers any text at all with a value, never by throwing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (typed) => expect(typeof kindOf(typed)).toBe('string')),
    );
  });
});

describe('CardNumber', () => {
  it('shows nothing but the last four in whatever way it is printed', () => {
    fc.assert(
      fc.property(cardNumbers, (number) => {
        const card = unwrap(CardNumber.parse(number));
        const printed = [
          String(card),
          `${card}`,
          JSON.stringify({ card }),
          inspect({ card }, { showHidden: true, depth: 9 }),
          inspect(Object.getOwnPropertyDescriptors(card)),
          JSON.stringify({ ...card }),
          JSON.stringify(structuredClone(card)),
        ].join('\n');
        expect(printed).toContain(card.lastFour);
        for (let i = 0; i + 5 <= number.length; i++) expect(printed).not.toContain(number.slice(i, i + 5));
      }),
    );
  });

  it('keeps brand and last four', () => {
    const card = unwrap(CardNumber.parse(visa));
    expect([card.brand, card.lastFour]).toEqual(['Visa', '1111']);
  });
});
