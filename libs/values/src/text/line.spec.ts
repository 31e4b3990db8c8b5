import { cleanLine, cutLine, lineLength } from './line';

const scotland = '\u{1F3F4}\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E007F}';

describe('cleanLine', () => {
  it.each([
    ['Mei’s phone'],
    ['👩‍💻'],
    ['🧑🏽‍🚀 work'],
    ['❤️‍🔥'],
    [scotland],
    ['علی‌رضا'],
    ['क्‍ष'],
    ['ශ්‍රී'],
    ['小梅的手机'],
    ['O’Brien-Ñandú'],
  ])('leaves %s as it is', (text) => expect(cleanLine(text)).toBe(text));

  it.each([
    ['  Mei ’s\tphone\n', 'Mei ’s phone'],
    ['\u202Eevil\u202C', 'evil'],
    ['a\u200Bb\u200C\u200Dc\uFEFFd\u2060e', 'abcde'],
    ['Me\u0000i\u0007', 'Mei'],
    ['Mei\u00ADphone', 'Meiphone'],
    ['\uD800Mei\uDC00', 'Mei'],
    ['x\u{E0067}\u{E007F}', 'x'],
    ['👩\u200D', '👩'],
    ['علی\u200C', 'علی'],
    ['Mei\u2028Lin\u0085x', 'Mei Lin x'],
    ['e\u0301', 'é'],
    ['\u200B \u2066\u2069', ''],
    ['a \u200B b', 'a b'],
  ])('cleans %j', (text, cleaned) => expect(cleanLine(text)).toBe(cleaned));

  it('composes no pile of signs, which takes the square of its length', () => {
    expect(cleanLine('a' + '\u0315\u0300'.repeat(30_000)).length).toBeLessThan(1_100);
  });

  it('changes nothing the second time', () => {
    for (let seed = 1; seed <= 500; seed++) {
      const text = Array.from(
        { length: 12 },
        (_, at) => pool[(seed * 31 + at * at * 7 + at * seed) % pool.length],
      ).join('');
      const once = cleanLine(text);
      expect(cleanLine(once)).toBe(once);
      expect(once).not.toMatch(/\p{Cs}/u);
    }
  });
});

const pool = [
  'a',
  '👩',
  '\u200D',
  '💻',
  '\u200C',
  'ع',
  'ی',
  ' ',
  '\u202E',
  '\uD800',
  '\uDC00',
  '\u0301',
  scotland,
  '\u{E0067}',
  '\n',
  '\uFE0F',
  'क',
  '\u094D',
];

describe('cutLine', () => {
  it('counts as people do and cuts nothing apart', () => {
    expect(lineLength('👩‍💻é' + scotland)).toBe(3);
    expect(cutLine('👩‍💻👩‍💻👩‍💻', 2)).toBe('👩‍💻👩‍💻');
    expect(cutLine('Mei Lin', 4)).toBe('Mei');
    expect(cutLine('', 4)).toBe('');
  });

  it('does not take a pile of signs for one character', () => {
    const pile = `a${'\u0301'.repeat(2000)}`;
    expect(lineLength(pile)).toBeGreaterThan(100);
    expect(cutLine(pile, 64)).toBe('');
  });
});
