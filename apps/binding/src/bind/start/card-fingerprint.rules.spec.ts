import fc from 'fast-check';
import { unwrap } from '@bindery/kernel';
import { createCardFingerprints } from './card-fingerprint.rules';
import { createKeyedDigests, toFingerprintKeys } from '../../lifecycle/credentials/keyed-digest.rules';
import { identifyMembership } from '../../providers/kinds/access-card/access-card.rules';
import { CardNumber } from '../../providers/kinds/bank-card/card-number.rules';

const key = (byte: number) => Buffer.alloc(32, byte).toString('base64');
const fingerprintsWith = (keys: Record<string, string>) =>
  createCardFingerprints(createKeyedDigests(toFingerprintKeys(keys)));
const card = unwrap(CardNumber.parse('4111111111111111'));
const membership = { provider: 'cloudgate', site: 'riverside', memberNumber: 'RG-1001' };

describe('card fingerprints', () => {
  it('are the same for the same card for ever, however it was typed', () => {
    const { keep } = fingerprintsWith({ k1: key(1) });
    // printf 4111111111111111 | openssl dgst -sha256 -mac HMAC -macopt hexkey:0101…01
    expect(keep(card)).toBe('k1.gyk8wE6u73fUpBbLZjFbJEe778jL7DO61Coul8T3zR8');
    expect(keep(unwrap(CardNumber.parse('4111 1111 1111 1111')))).toBe(keep(card));
  });

  it('depend on the key and on the card', () => {
    const kept = fingerprintsWith({ k1: key(1) }).keep(card);
    expect(fingerprintsWith({ k1: key(2) }).keep(card)).not.toBe(kept);
    expect(fingerprintsWith({ k1: key(1) }).keep(unwrap(CardNumber.parse('5555555555554444')))).not.toBe(kept);
  });

  it('find a card that was kept under an earlier key, and are kept under the current one', () => {
    const before = fingerprintsWith({ k1: key(1) }).keep(card);
    const { keep, lookUp } = fingerprintsWith({ k2: key(2), k1: key(1) });
    expect(lookUp(card)).toEqual([keep(card), before]);
    expect(keep(card)).toMatch(/^k2\./);
  });

  it('tell memberships apart by provider, site and number', () => {
    const { keep } = fingerprintsWith({ k1: key(1) });
    const parts = fc.record({ provider: fc.string(), site: fc.string(), memberNumber: fc.string() });
    fc.assert(
      fc.property(parts, parts, (one, other) =>
        expect(keep(identifyMembership(one)) === keep(identifyMembership(other))).toBe(
          JSON.stringify(one) === JSON.stringify(other),
        ),
      ),
    );
    expect(keep(identifyMembership(membership))).toBe(keep(identifyMembership({ ...membership })));
    const shifted = { ...membership, site: 'riversid', memberNumber: 'eRG-1001' };
    expect(keep(identifyMembership(membership))).not.toBe(keep(identifyMembership(shifted)));
  });

  it('never contain the number', () => {
    expect(fingerprintsWith({ k1: key(1) }).keep(card)).not.toContain('1111');
  });
});
