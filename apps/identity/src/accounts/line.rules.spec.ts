import { checkLine } from './line.rules';

describe('checkLine', () => {
  it('trims, and counts characters instead of code units', () => {
    expect(checkLine('name', '  小梅 ', 2)).toEqual({ ok: true, value: '小梅' });
    expect(checkLine('name', '👩‍💻🦊', 2)).toEqual({ ok: true, value: '👩‍💻🦊' });
  });

  it.each(['a\u202eb', 'a\u200bb', '\ufeffab'])('takes away what is not seen in %j', (text) =>
    expect(checkLine('name', text, 3)).toEqual({ ok: true, value: 'ab' }),
  );

  it.each([
    ['', 'REQUIRED'],
    ['   ', 'REQUIRED'],
    ['\u202e', 'REQUIRED'],
    ['abcd', 'TOO_LONG'],
    ['a\u0000b', 'CHARACTERS'],
    ['\ud800', 'CHARACTERS'],
    ['a\udc00', 'CHARACTERS'],
  ])('refuses %j by the rule that was not kept: %s', (text, rule) => {
    const limit = rule === 'TOO_LONG' ? { limit: 3 } : {};
    expect(checkLine('name', text, 3)).toEqual({
      ok: false,
      error: { kind: 'INVALID_INPUT', field: 'name', rule, ...limit },
    });
  });
});
