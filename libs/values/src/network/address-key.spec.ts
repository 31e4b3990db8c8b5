import { toAddressKey } from './address-key';

describe('toAddressKey', () => {
  it.each([
    ['203.0.113.7', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['::FFFF:203.0.113.7', '203.0.113.7'],
    ['::ffff:cb00:7107', '203.0.113.7'],
    ['0:0:0:0:0:ffff:203.0.113.7', '203.0.113.7'],
    ['2001:db8:0:1:2:3:4:5', '2001:db8:0:1'],
    ['2001:db8:0:1::', '2001:db8:0:1'],
    ['2001:0DB8:0000:0001:ffff:ffff:ffff:ffff', '2001:db8:0:1'],
    ['2001:db8::5', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
    ['::', '0:0:0:0'],
    ['1::', '1:0:0:0'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
    ['fe80::1', 'fe80:0:0:0'],
    ['64:ff9b::203.0.113.7', '64:ff9b:0:0'],
  ])('counts %s as %s', (address, key) => expect(toAddressKey(address)).toBe(key));

  it('counts one customer as one, and neighbours as two', () => {
    expect(toAddressKey('2001:db8:0:1::1')).toBe(toAddressKey('2001:db8:0:1:ffff::'));
    expect(toAddressKey('2001:db8:0:1::1')).not.toBe(toAddressKey('2001:db8:0:2::1'));
  });

  it.each(['', 'unknown', '1.2.3', '::ffff:999.1.1.1', '1:2:3', ':::', '1::2::3', '[::1]', '127.1'])(
    'leaves “%s” as it is',
    (text) => expect(toAddressKey(text)).toBe(text),
  );
});
