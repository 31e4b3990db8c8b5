import fc from 'fast-check';
import { readPhoneNumber } from '../contacts/phone-number';
import { readDigits, toPlainTyping } from './plain-typing';

const points = (from: number, to: number): string[] =>
  Array.from({ length: to - from + 1 }, (_, offset) => String.fromCodePoint(from + offset));

const unseen = [
  ...points(0x200b, 0x200f),
  ...points(0x202a, 0x202e),
  ...points(0x2060, 0x2069),
  ...['\u00ad', '\u034f', '\u061c', '\u180e', '\ufe0f', '\ufeff', '\u{e0020}', '\u{e0100}'],
];
const dashes = [...points(0x2010, 0x2015), '-', '\u2212', '\u2043', '\ufe58', '\ufe63', '\uff0d', '\u30a0'];
const blanks = [' ', '\u00a0', '\u2002', '\u2009', '\u202f', '\u205f', '\u3000', '\t', '\n'];
/** Where the zero of a script stands: full-width, Arabic, Persian, Devanagari, Thai, mathematical bold. */
const zeros = [0x30, 0xff10, 0x660, 0x6f0, 0x966, 0xe50, 0x1d7ce, 0x1e950];

/** A number as somebody may paste it: each digit in any script, with anything unseen and a separator before it. */
const pasted = (digits: string) =>
  fc
    .tuple(
      ...[...digits].map((digit) =>
        fc
          .tuple(
            fc.array(fc.constantFrom(...unseen), { maxLength: 3 }),
            fc.constantFrom('', ...dashes, ...blanks),
            fc.constantFrom(...zeros),
          )
          .map(([hidden, separator, zero]) => separator + hidden.join('') + String.fromCodePoint(zero + Number(digit))),
      ),
    )
    .map((parts) => parts.join(''));

describe('what is typed where digits are meant', () => {
  it('is read alike however it is pasted: numbers of cards and codes', () =>
    fc.assert(
      fc.property(
        fc.stringMatching(/^[0-9]{6,19}$/).chain((digits) => fc.tuple(fc.constant(digits), pasted(digits))),
        ([digits, text]) => expect(readDigits(text)).toBe(digits),
      ),
    ));

  it('is read alike however it is pasted: phones', () =>
    fc.assert(
      fc.property(
        fc.stringMatching(/^138[0-9]{8}$/).chain((digits) => fc.tuple(fc.constant(digits), pasted(digits))),
        fc.constantFrom(
          '',
          '+86',
          '＋86 ',
          '0086-',
          '\u202a+86',
          '\ufeff0086',
          '\u2066\u200e+\u06f8\u06f6',
          'tel:+86-',
          'TEL:\u200b+86',
        ),
        fc.constantFrom('', '\u202c', '\u200e\ufeff', ' \u00ad'),
        ([digits, text], before, after) => expect(readPhoneNumber(before + text + after)).toBe(`+86${digits}`),
      ),
    ));

  it.each([
    ['１２３ ４５６', '123456'],
    ['۱۲۳۴۵۶', '123456'],
    ['١٢٣-٤٥٦', '123456'],
    ['1️⃣2️⃣3️⃣4️⃣5️⃣6️⃣', '123456'],
    ['\u{116d1}\u{116db}', '11'],
  ])('knows the digits of other scripts: %s', (text, digits) => {
    // Newer scripts are known where the runtime knows them.
    if (/^[\p{Nd}\p{P}\p{Z}\ufe0f\u20e3]+$/u.test(text)) expect(readDigits(text)).toBe(digits);
  });

  it.each(['', ' ', '\u200b', '12a456', '12/34', '１２万', 'Ⅻ', '12\u000034', '+86138', '1'.repeat(300)])(
    'is no number with anything else in it: “%s”',
    (text) => expect(readDigits(text)).toBeUndefined(),
  );

  it('keeps letters, and looks at no more than anybody types', () => {
    expect(toPlainTyping(' \u200eab‐１２\u202c３ ')).toBe('ab-123');
    expect(toPlainTyping('1'.repeat(100_000))).toHaveLength(256);
  });
});
