import { checkLine } from './line.rules';

describe('checkLine', () => {
  it('trims, and counts characters instead of code units', () => {
    expect(checkLine('name', '  小梅 ', 2)).toEqual({ ok: true, value: '小梅' });
    expect(checkLine('name', '🦊🦊', 2)).toEqual({ ok: true, value: '🦊🦊' });
  });

  it.each(['', '   ', 'abc', 'a\nb', 'a\u202eb', 'a\u200bb', '\u0000', '\ud800', 'a\udc00'])('refuses %j', (text) =>
    expect(checkLine('name', text, 2)).toEqual({ ok: false, error: { kind: 'INVALID_INPUT', field: 'name' } }),
  );
});
