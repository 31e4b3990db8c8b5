import { checkLine } from './line.rules';

describe('checkLine', () => {
  it('trims, and counts characters instead of code units', () => {
    expect(checkLine('name', '  小梅 ', 2)).toEqual({ ok: true, value: '小梅' });
    expect(checkLine('name', '👩‍💻🦊', 2)).toEqual({ ok: true, value: '👩‍💻🦊' });
  });

  it.each(['a\u202eb', 'a\u200bb', '\ufeffab'])('takes away what is not seen in %j', (text) =>
    expect(checkLine('name', text, 2)).toEqual({ ok: true, value: 'ab' }),
  );

  it.each(['', '   ', 'abc', 'a\nb', '\u202e', '\u0000', '\ud800', 'a\udc00'])('refuses %j', (text) =>
    expect(checkLine('name', text, 2)).toEqual({ ok: false, error: { kind: 'INVALID_INPUT', field: 'name' } }),
  );
});
