import { toNetwork } from './client-network.rules';

describe('toNetwork', () => {
  it('counts an IPv6 household as one and an IPv4 address as itself', () => {
    const same = (a: string, b: string) => toNetwork(a) === toNetwork(b);
    expect(same('2001:db8:0:1::1', '2001:0db8:0000:0001:ffff::2')).toBe(true);
    expect(same('2001:db8::1', '2001:db8:0:0:5::1')).toBe(true);
    expect(same('2001:db8:0:1::1', '2001:db8:0:2::1')).toBe(false);
    expect(same('::ffff:192.0.2.1', '192.0.2.1')).toBe(true);
    expect(same('192.0.2.1', '192.0.2.2')).toBe(false);
  });
});
