import { maskMail, maskPhone } from './mask-address';

describe('masks', () => {
  it.each([
    ['+8613800138042', '+86 ••• 42'],
    ['+447911123456', '+44 ••• 56'],
    ['+15005550006', '+1 ••• 06'],
  ])('show of %s its country and the last two digits', (phone, masked) => expect(maskPhone(phone)).toBe(masked));

  it('show of a mail address its first letter and where it is', () =>
    expect(maskMail('anna@example.com')).toBe('a•••@example.com'));
});
