import { givenId } from '@bindery/kernel';
import { deriveKey } from '../../keys';
import { createSixDigitCode } from './six-digit-code';

const codes = createSixDigitCode(deriveKey(new Uint8Array(32).fill(7), 'code'));
const challenge = { id: givenId('challenge', 'challenge_01h455vb4pex5vsknk084sn02q'), factorState: 'c2FsdA' };

describe('codes', () => {
  it('are six digits, the same for the same challenge, and nothing but a key, an id and a salt tells them', () => {
    const code = codes.codeOf(challenge);
    expect(code).toMatch(/^\d{6}$/);
    expect(codes.codeOf({ ...challenge })).toBe(code);
    expect(codes.codeOf({ ...challenge, factorState: 'other' })).not.toBe(code);
    expect(createSixDigitCode(deriveKey(new Uint8Array(32).fill(8), 'code')).codeOf(challenge)).not.toBe(code);
  });

  it('are spread evenly over all six digits', () => {
    const draws = 60_000;
    const counts = Array.from({ length: 6 }, () => new Array<number>(10).fill(0));
    for (let i = 0; i < draws; i++)
      [...codes.codeOf({ ...challenge, factorState: String(i) })].forEach(
        (digit, place) => (counts[place]![Number(digit)]! += 1),
      );
    // Chi-square with 9 degrees of freedom: above 33.7 once in 10,000 places; the draws are the same each run.
    for (const place of counts)
      expect(place.reduce((sum, n) => sum + (n - draws / 10) ** 2 / (draws / 10), 0)).toBeLessThan(33.7);
  });

  it('are compared whole', () => {
    const code = codes.codeOf(challenge);
    expect(codes.isRight(challenge, code)).toBe(true);
    for (const other of [
      '',
      code.slice(1),
      `${code}0`,
      code.replace(/.$/, (digit) => String((Number(digit) + 1) % 10)),
    ])
      expect(codes.isRight(challenge, other)).toBe(false);
  });

  it.each(['123456', ' 123 456 ', '１２３４５６', '123‑456', '\u202a123456\u202c', '1\u200b23\ufeff456', '۱۲۳۴۵۶'])(
    'are read however they are pasted: “%s”',
    (typed) => expect(codes.readAnswer(typed)).toBe('123456'),
  );

  it.each(['12345', '1234567', '12345a', '', '\u200b', '123456 123456', '+123456'])('are never “%s”', (typed) =>
    expect(codes.readAnswer(typed)).toBeUndefined(),
  );
});
