import { maskPhoneNumber, readPhoneNumber } from './phone-number';

describe('phone numbers', () => {
  it.each(['+8613800000001', '+86 138 0000 0001', '+86-138-0000-0001', '+8613800000001'])('reads %s as E.164', (text) => {
    expect(readPhoneNumber(text)).toBe('+8613800000001');
  });

  it.each([
    ['+8613800000001', '+86 ••• 01'],
    ['+4915112345678', '+49 ••• 78'],
    ['+15005550006', '+1 ••• 06'],
  ])('shows %s as %s', (phone, masked) => expect(maskPhoneNumber(phone)).toBe(masked));
});
