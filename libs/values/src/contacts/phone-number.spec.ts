import { readPhoneNumber } from './phone-number';

describe('readPhoneNumber', () => {
  it.each([
    ['+8613800138000', '+8613800138000'],
    ['13800138000', '+8613800138000'],
    ['138 0013-8000', '+8613800138000'],
    ['１３８００１３８０００', '+8613800138000'],
    ['+44 7911 123456', '+447911123456'],
    ['0086 13800138000', '+8613800138000'],
  ])('reads %s as %s', (typed, expected) => expect(readPhoneNumber(typed)).toBe(expected));

  it.each([
    '',
    '12',
    'abc',
    '+86138001380',
    '+999123456789',
    '1'.repeat(100),
    '+8613800138000; DROP TABLE',
    '+8613800138000 ext. 5',
  ])('refuses “%s”', (typed) => expect(readPhoneNumber(typed)).toBeUndefined());
});
