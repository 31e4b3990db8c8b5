import { readAnswer, stepFor, toRejection } from './activation.rules';

describe('an answer to an activation', () => {
  it('is one of code and signature, as typed', () => {
    expect(readAnswer({ code: ' 48 ２９13 ' })).toEqual({ ok: true, value: { code: '482913' } });
    expect(readAnswer({ signature: ' 0xab ' })).toEqual({ ok: true, value: { signature: '0xab' } });
  });

  it.each([
    [{}, 'code', 'REQUIRED'],
    [{ code: null, signature: null }, 'code', 'REQUIRED'],
    [{ code: '1', signature: '2' }, 'signature', 'NOT_WANTED'],
    [{ code: '   ' }, 'code', 'REQUIRED'],
    [{ signature: '' }, 'signature', 'REQUIRED'],
    [{ code: '1'.repeat(65) }, 'code', 'TOO_LONG'],
    [{ signature: 'a'.repeat(4_001) }, 'signature', 'TOO_LONG'],
    [{ signature: '\ud800' }, 'signature', 'CHARACTERS'],
  ])('%j is refused by its field %s: %s', (typed, field, rule) =>
    expect(readAnswer(typed)).toMatchObject({ ok: false, error: { kind: 'INVALID_INPUT', field, rule } }),
  );

  it('is for the step that waits for it', () => {
    const steps = [
      { kind: 'OPEN_LINK', url: 'https://a.example' } as const,
      { kind: 'ENTER_CODE', sentTo: null } as const,
    ];
    expect(stepFor({ code: '1' }, { steps })).toBe(steps[1]);
    expect(stepFor({ signature: '1' }, { steps })).toBeUndefined();
  });

  it('is refused by a code that has words, whatever the provider calls it', () =>
    expect([toRejection('CODE_WRONG'), toRejection('SYSTEM_BUSY')]).toEqual(['CODE_WRONG', 'REFUSED']));
});
