import { createSecretDigests } from './six-digit-code';

const digests = createSecretDigests(new Uint8Array(32).fill(7));
const challenge = { id: 'challenge_01h455vb4pex5vsknk084sn02q', codeSalt: 'c2FsdA' };

describe('codes', () => {
  it('are six digits, the same for the same challenge, and nothing but a key, an id and a salt tells them', () => {
    const code = digests.codeOf(challenge);
    expect(code).toMatch(/^\d{6}$/);
    expect(digests.codeOf({ ...challenge })).toBe(code);
    expect(digests.codeOf({ ...challenge, codeSalt: 'other' })).not.toBe(code);
    expect(createSecretDigests(new Uint8Array(32).fill(8)).codeOf(challenge)).not.toBe(code);
  });

  it('are spread evenly over all six digits', () => {
    const draws = 60_000;
    const counts = Array.from({ length: 6 }, () => new Array<number>(10).fill(0));
    for (let i = 0; i < draws; i++)
      [...digests.codeOf({ id: `challenge_${i}`, codeSalt: '' })].forEach(
        (digit, place) => (counts[place]![Number(digit)]! += 1),
      );
    // Chi-square with 9 degrees of freedom: above 33.7 once in 10,000 places; the draws are the same each run.
    for (const place of counts)
      expect(place.reduce((sum, n) => sum + (n - draws / 10) ** 2 / (draws / 10), 0)).toBeLessThan(33.7);
  });

  it('are compared whole', () => {
    const code = digests.codeOf(challenge);
    expect(digests.isCodeOf(challenge, code)).toBe(true);
    for (const other of [
      '',
      code.slice(1),
      `${code}0`,
      code.replace(/.$/, (digit) => String((Number(digit) + 1) % 10)),
    ])
      expect(digests.isCodeOf(challenge, other)).toBe(false);
  });
});

describe('digests of addresses', () => {
  it('do not show the address and differ by use', () => {
    expect(digests.contactDigest('+8613800000001')).toMatch(/^[\w-]{43}$/);
    expect(digests.contactDigest('192.0.2.1')).not.toBe(digests.clientDigest('192.0.2.1'));
  });

  it('count an IPv6 household as one and an IPv4 address as itself', () => {
    const same = (a: string, b: string) => digests.clientDigest(a) === digests.clientDigest(b);
    expect(same('2001:db8:0:1::1', '2001:0db8:0000:0001:ffff::2')).toBe(true);
    expect(same('2001:db8::1', '2001:db8:0:0:5::1')).toBe(true);
    expect(same('2001:db8:0:1::1', '2001:db8:0:2::1')).toBe(false);
    expect(same('::ffff:192.0.2.1', '192.0.2.1')).toBe(true);
    expect(same('192.0.2.1', '192.0.2.2')).toBe(false);
  });
});
