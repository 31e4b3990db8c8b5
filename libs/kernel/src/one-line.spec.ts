import { isOneLine } from './one-line';

describe('a text that can stand within a sentence', () => {
  it.each(['', 'Corner Bakery', '街角面包店', 'علی‌رضا', '👩‍💻', 'Zoë’s ½', 'a\u200bb'])('is %j', (text) =>
    expect(isOneLine(text)).toBe(true),
  );

  it.each([
    '\0',
    'a\nb',
    'a\r',
    '\t',
    '\u001b[31m',
    '\u007f',
    '\u0085',
    '\u2028',
    '\u2029',
    'a\u202eb',
    '\u202a',
    'shop \u2067moc',
    'a\u2066',
    '\u2069',
    '\ud800',
  ])('is not %j', (text) => expect(isOneLine(text)).toBe(false));
});
