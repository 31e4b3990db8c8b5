import { maskPhone, toE164 } from './phone-number';

describe('toE164', () => {
  it.each([
    ['+8613800138000', '+8613800138000'],
    ['13800138000', '+8613800138000'],
    ['138 0013-8000', '+8613800138000'],
    ['１３８００１３８０００', '+8613800138000'],
    ['+44 7911 123456', '+447911123456'],
    ['0086 13800138000', '+8613800138000'],
  ])('reads %s as %s', (typed, expected) => expect(toE164(typed)).toEqual({ ok: true, value: expected }));

  it.each(['', '12', 'abc', '+86138001380', '+999123456789', '1'.repeat(100), '+8613800138000; DROP TABLE', '+8613800138000 ext. 5'])('refuses “%s”', (typed) =>
    expect(toE164(typed)).toEqual({ ok: false, error: { kind: 'PHONE_INVALID' } }),
  );
});

describe('maskPhone', () => {
  it('shows the country and the last two digits', () => {
    expect(maskPhone('+8613800138042')).toBe('+86 ••• 42');
    expect(maskPhone('+447911123456')).toBe('+44 ••• 56');
  });
});
