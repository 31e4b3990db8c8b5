import { createCredentialDigests } from './credential-digest.rules';
import { createKeyedDigests, toFingerprintKeys } from './keyed-digest.rules';

const key = (byte: number) => Buffer.alloc(32, byte).toString('base64');

describe('toFingerprintKeys', () => {
  it.each([
    [{}, /no card fingerprint key/],
    [{ k1: 'c2hvcnQ=' }, /k1 is not base64 of 32 bytes or more/],
    [{ '2': key(2), '1': key(1) }, /"1" is not a letter/],
    [{ 'k.1': key(1) }, /"k\.1" is not a letter/],
  ])('refuses %j without printing a key', (keys, message) => {
    expect(() => toFingerprintKeys(keys)).toThrow(message);
    expect(() => toFingerprintKeys(keys)).not.toThrow(/c2hvcnQ|AQEB/);
  });
});

describe('digests of credentials', () => {
  const under = (keys: Record<string, string>) => createCredentialDigests(createKeyedDigests(toFingerprintKeys(keys)));

  it('find what was kept under an earlier key, and are those of one provider', () => {
    const before = under({ k1: key(1) }).keep('seaside-bank', 'cred_1');
    const { keep, lookUp } = under({ k2: key(2), k1: key(1) });
    expect(lookUp('seaside-bank', 'cred_1')).toEqual([keep('seaside-bank', 'cred_1'), before]);
    expect(lookUp('harbour-bank', 'cred_1')).not.toContain(before);
    expect(before).not.toContain('cred_1');
  });
});
