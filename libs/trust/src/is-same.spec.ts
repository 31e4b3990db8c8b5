import { isSame } from './is-same';

describe('isSame', () => {
  it('tells equal secrets from others, as text or bytes, whatever their lengths', () => {
    expect(isSame('ключ', 'ключ')).toBe(true);
    expect(isSame('ключ', Buffer.from('ключ'))).toBe(true);
    expect([isSame('a', 'b'), isSame('a', 'aa'), isSame('', 'a')]).toEqual([false, false, false]);
  });
});
